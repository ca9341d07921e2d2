// Lets the button of a page ask the browser for a passkey, and says on the page where that failed.
const button = document.querySelector("[data-passkey]");
const forms = window.allauth.webauthn.forms;
const ids = {
  credential: button.form.elements.credential.id,
  data: "js_data",
  [button.dataset.passkey]: button.id,
};
(button.dataset.passkey === "add" ? forms.addForm : forms.authenticateForm)({ids});
document.addEventListener("allauth.error", event => {
  event.preventDefault();
  document.getElementById("passkey-failed").hidden = false;
});
