/* Built from static/src ab798cf6b5d3bfcee2ff2a871eceb9e1968707098b7acfb2dcffe66f13dbfd17; holds ProseMirror, see licenses/prosemirror.txt (MIT) */
(()=>{var t=document.querySelector("[data-task-form]");t&&(t.dataset.scripted="");})();
