"""Every address answers 403 with a challenge that asks the visitor to prove to be human; it never lets anyone through.

The title names the shop, and a spinner and a box to tick promise that the page will open soon.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html

WALL = """<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title><meta http-equiv="Content-Type"
content="text/html; charset=UTF-8"><meta name="robots" content="noindex,nofollow"><meta name="viewport"
content="width=device-width,initial-scale=1"><style>*{box-sizing:border-box;margin:0;padding:0}html{line-height:1.15;color:#313131;
font-family:system-ui,-apple-system,sans-serif}.main-wrapper{display:flex;flex-direction:column;min-height:100vh;margin:8rem auto;
max-width:60rem;padding:0 1.5rem}.h1{font-size:2.5rem;font-weight:500}.h2{font-size:1.5rem;font-weight:500;margin:1rem 0}.lds-ring{
width:30px;height:30px;border:4px solid #ddd;border-top-color:#595959;border-radius:50%;animation:r 1.2s linear infinite}@keyframes
r{to{transform:rotate(360deg)}}.widget{width:300px;height:65px;border:1px solid #e0e0e0;background:#fafafa;display:flex;gap:12px;
align-items:center;padding:0 12px;margin:1rem 0}.footer{border-top:1px solid #ddd;padding:1rem;font-size:.75rem;text-align:center}
@media(max-width:720px){.h1{font-size:1.5rem}.main-wrapper{margin:4rem 0}}</style></head><body class="no-js"><div class="main-wrapper" role="main"><div class="main-content"><h1 class="zone-name-title h1">
www.brambleandfinch.example</h1><p class="h2" id="challenge-running">Verify you are human by completing the action below.</p><div
class="widget"><input type="checkbox" id="human" aria-label="Verify you are human"><label for="human">Verify you are human</label>
</div><div class="lds-ring" hidden></div><p>www.brambleandfinch.example needs to review the security of your connection before
proceeding.</p><noscript>Enable JavaScript and cookies to continue</noscript></div></div><div class="footer">Ray ID:
<code>8f2c1d77ab90e3c4</code> · Performance & security by Cloudwall</div><script>document.getElementById('human').addEventListener(
'change',function(e){e.target.disabled=true;document.querySelector('.lds-ring').hidden=false;setTimeout(function(){location.reload()
},2500)})</script></body></html>"""


class App(Shop):
    """A closed gate."""

    def handle(self, request: Request) -> Response:
        return html(WALL, 403, (("Server", "cloudwall"), ("cw-mitigated", "challenge")))
