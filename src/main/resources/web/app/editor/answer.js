// Why the server did not do what it was asked: who is signed out is told so, or led to the page where one signs in.
export function reasonOf(answer) {
  return answer.status === 401 || answer.type === 'opaqueredirect' ? 'you are signed out' : `answer ${answer.status}`;
}
