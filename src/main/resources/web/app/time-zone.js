// A sign-up form learns the browser's time zone; without this it can be chosen on the account page.
for (const field of document.querySelectorAll('input[data-time-zone]')) {
  field.value ||= Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';
}
