"""The return policy is fetched and drawn by script, the footer's "stay inspired" field is a search, and "Phone" has no number.

Client rendered with utility classes; the review block holds no review, the chat link goes nowhere, and only the
product page is too broad for a phone.
"""

from __future__ import annotations

from tests.shops.kit import Request, Response, Shop, html, json_response

ITEMS = [
    {"slug": "brass-hook", "name": "Brass Coat Hook", "price": "18.00", "set": "hooks", "tone": "#b5893c"},
    {"slug": "iron-hook", "name": "Forged Iron Hook", "price": "14.50", "set": "hooks", "tone": "#3b3b3b"},
    {"slug": "oak-knob", "name": "Oak Drawer Knob", "price": "9.00", "set": "knobs", "tone": "#a0703c"},
    {"slug": "glass-knob", "name": "Pressed Glass Knob", "price": "12.00", "set": "knobs", "tone": "#9cc5c9"},
    {"slug": "bin-pull", "name": "Cast Bin Pull", "price": "11.50", "set": "pulls", "tone": "#6b4f3a"},
]
POLICY = [
    "Not right for your doors? Return any unused fitting within 30 days of delivery.",
    "Write to us first, wrap the parts in their paper and post them to the forge with your order number.",
    "We refund the full price to your card within five working days; return postage is at your cost.",
]
UTIL = """*{box-sizing:border-box}.m-0{margin:0}.flex{display:flex}.wrap{flex-wrap:wrap}.gap-4{gap:1rem}.gap-8{gap:2rem}.p-4{
padding:1rem}.px-6{padding-left:1.5rem;padding-right:1.5rem}.py-2{padding-top:.6rem;padding-bottom:.6rem}.items-center{
align-items:center}.justify-between{justify-content:space-between}.bg-stone{background:#efebe6}.bg-black{background:#111}
.text-white{color:#fff}.font-sans{font-family:"Helvetica Neue",Arial,sans-serif}.text-xl{font-size:1.4rem}.w-48{width:12rem}
.mt-8{margin-top:2rem}.rounded{border-radius:.4rem}.border-0{border:0}.no-underline{text-decoration:none}.text-ink{color:#222}
.cursor-pointer{cursor:pointer}.text-gray{color:#999}.w-full{width:100%}.max-w-md{max-width:28rem}.block{display:block}.my-2{
margin-top:.6rem;margin-bottom:.6rem}.spec{width:640px;border-collapse:collapse}.spec td{border:1px solid #ccc;padding:8px;
white-space:nowrap}@media(max-width:640px){.sm-hide{display:none}.w-48{width:45%}}"""
CODE = """const S={items:[],bag:[]};const go=async(u,b)=>(await fetch('/api'+u,b?{method:'POST',headers:{'Content-Type':
'application/json'},body:JSON.stringify(b)}:{})).json();const h=(t,a={},...k)=>{const e=document.createElement(t);
for(const[n,v]of Object.entries(a))n.startsWith('on')?e[n]=v:e.setAttribute(n,v);e.append(...k.flat());return e};
const A=(u,txt,c='text-ink')=>h('a',{href:u,class:c,onclick:e=>{if(u[0]==='/'){e.preventDefault();nav(u)}}},txt);
const pic=(i,w)=>{const d=h('div');d.innerHTML=`<svg viewBox="0 0 60 60" width="${w}" role="img" aria-label="${i.name}"><rect
width="60" height="60" fill="#efebe6"/><path d="M30 10v22a9 9 0 1 0 9 9" stroke="${i.tone}" stroke-width="6" fill="none"/>
</svg>`;return d};const B='bg-black text-white border-0 rounded px-6 py-2 cursor-pointer';
const grid=l=>h('div',{class:'flex wrap gap-4'},l.map(i=>{const a=A('/item/'+i.slug,'','w-48 no-underline text-ink');
a.append(pic(i,'100%'),h('div',{},i.name),h('b',{},'£'+i.price));return a}));
const field=n=>h('label',{class:'block my-2'},n,h('input',{class:'w-full max-w-md block py-2',required:''}));
const V={'':()=>[h('h1',{},'Hooks, knobs & pulls'),grid(S.items)],set:k=>[h('h1',{},k[0].toUpperCase()+k.slice(1)),grid(
S.items.filter(i=>i.set===k))],search:()=>{const q=new URLSearchParams(location.search).get('q')||'';return[h('h1',{},
'Results for '+q),grid(S.items.filter(i=>i.name.toLowerCase().includes(q.toLowerCase())))]},
item:s=>{const i=S.items.find(x=>x.slug===s);const t=h('table',{class:'spec'});t.innerHTML='<tr><td>Projection</td><td>62 mm'+
'</td><td>Fixing centres</td><td>38 mm</td></tr><tr><td>Finish</td><td>Hand waxed, unlacquered</td><td>Supplied with</td><td>'+
'Two slotted screws</td></tr>';return[pic(i,280),h('h1',{},i.name),h('p',{class:'text-xl'},'£'+i.price),h('p',{},
'In stock at the forge'),h('button',{class:B,onclick:async e=>{e.target.textContent='Adding…';setTimeout(async()=>{S.bag=await
go('/bag',{add:s});frame();document.getElementById('say').textContent='Added. You have '+S.bag.length+' in your bag.'},240)}},
'Add to bag'),h('p',{id:'say',role:'status'}),t,h('h2',{},'Customer reviews'),h('p',{class:'text-gray'},'☆☆☆☆☆'),h('p',{},
'Be the first to review this item.'),h('a',{href:'#',class:'text-ink'},'Write a review')]},
bag:()=>[h('h1',{},'Your bag'),S.bag.length?'':'Nothing in it yet.',...S.bag.map(s=>{const i=S.items.find(x=>x.slug===s);
return h('p',{},i.name+' £'+i.price+' ',h('button',{onclick:async()=>{S.bag=await go('/bag',{drop:s});frame()}},'Remove'))}),
S.bag.length?h('button',{class:B,onclick:()=>nav('/checkout')},'Check out'):''],
checkout:()=>S.bag.length?[h('h1',{},'Delivery details'),h('form',{onsubmit:async e=>{e.preventDefault();await go('/order',{});
S.bag=[];nav('/thanks')}},['Your name','Street','Town','Postcode','Email'].map(field),h('label',{class:'block my-2'},
h('input',{type:'checkbox'}),' Leave with a neighbour'),h('p',{},'Pay by card'),field('Card number'),field('Expiry'),
field('Security code'),h('button',{class:B},'Pay now'))]:['Your bag is empty.'],thanks:()=>[h('h1',{},'Order received')],
returns:()=>{const d=h('div',{},'Loading…');setTimeout(async()=>{const p=await go('/policy');d.replaceChildren(...p.map(x=>
h('p',{},x)))},420);return[h('h1',{},'Returns & refunds'),d]},contact:()=>[h('h1',{},'Contact'),h('p',{},'Phone'),h('p',{},
'Email: ',A('mailto:forge@hookandhasp.example','forge@hookandhasp.example')),h('p',{},'The Old Forge, Mill Lane, Ludlow SY8 1EF'
),A('#','Chat with us')]};
function nav(u){history.pushState(0,'',u);frame();scrollTo(0,0)}onpopstate=()=>frame();
function frame(){const[,p='',k]=location.pathname.split('/');document.body.className='m-0 font-sans';
const links=[['/set/hooks','Hooks'],['/set/knobs','Knobs'],['/set/pulls','Pulls']].map(l=>A(...l));
document.body.replaceChildren(h('header',{class:'flex wrap gap-4 p-4 items-center bg-stone'},A('/','Hook & Hasp',
'text-xl text-ink no-underline'),h('nav',{class:'flex gap-4'},links),A('/contact','Contact','text-ink sm-hide'),A('/bag',
'Bag '+S.bag.length)),h('main',{class:'p-4'},(V[p]||(()=>['Page not found']))(k)),h('footer',{class:
'bg-stone p-4 mt-8 flex wrap gap-8'},h('div',{},A('/returns','Returns & refunds'),h('br'),A('/contact','Contact')),h('form',
{onsubmit:e=>{e.preventDefault();nav('/search?q='+encodeURIComponent(e.target.q.value))}},h('b',{},'Stay inspired'),h('br'),
h('input',{name:'q',placeholder:'What are you fixing up?','aria-label':'Find a fitting'}),h('button',{},'→')),h('div',{},
'Phone · ',A('#','Live chat'))))}
Promise.all([go('/items'),go('/bag')]).then(([i,b])=>{S.items=i;S.bag=b;frame()});"""


class App(Shop):
    """Ironmongery."""

    def handle(self, request: Request) -> Response:
        if not request.path.startswith("/api/"):
            return html(
                '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, '
                f'initial-scale=1"><title>Hook & Hasp</title><style>{UTIL}</style></head><body><noscript>Please enable JavaScript'
                f"</noscript><script>{CODE}</script></body></html>"
            )
        bag: list[str] = request.session.setdefault("bag", [])
        wish = request.json or {}
        match request.path.removeprefix("/api/"):
            case "items":
                return json_response(ITEMS)
            case "policy":
                return json_response(POLICY)
            case "order" if request.method == "POST" and bag:
                self.orders += 1
                bag.clear()
            case "bag":
                if any(i["slug"] == wish.get("add") for i in ITEMS):
                    bag.append(wish["add"])
                if wish.get("drop") in bag:
                    bag.remove(wish["drop"])
        return json_response(bag)
