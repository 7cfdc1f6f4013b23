// Asks the server; what it refuses becomes an error with its words, and the field that they are about.
export async function ask(path, body) {
  const unanswered = new Error('The server did not answer as expected. Try again.');
  const answer = await fetch(path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => {
    throw unanswered;
  });
  const text = await answer.text();
  const said = text ? parsed(text) : {};
  if (answer.ok && said !== null) return said;
  throw said?.error ? Object.assign(new Error(said.error), { field: said.field, status: answer.status }) : unanswered;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
