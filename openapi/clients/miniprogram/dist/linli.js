/* 邻里 Linli, Apache-2.0 */
"use strict";var v=class extends Error{constructor(r,n,i,o,l=[],c={},s,a){super(o||i);this.status=r;this.code=n;this.title=i;this.detail=o;this.errors=l;this.members=c;this.retryAfter=s;this.requestId=a;this.isLinliError=!0;this.name="LinliError"}};function I(t,...e){let r=t;return!!r&&r.isLinliError===!0&&(!e.length||e.includes(r.code))}var Q=["请稍后重试。","Try again in a moment."],Z={network:["网络不通","No network"],timeout:["网络超时","The network is slow"],interrupted:["操作被打断","Interrupted"],wechat_login:["微信登录未完成","WeChat has not logged in"],unexpected:["服务暂时无法使用","The service cannot answer"]};function M(t,e,r=0,n){let i=e==="en"?1:0;return new v(r,t,Z[t][i],Q[i],[],{},n)}function D(t,e,r,n){if(!e||typeof e!="object"||!("code"in e))return M("unexpected",r,t,n);let{type:i,status:o,code:l,title:c,detail:s,errors:a,request_id:d,...p}=e;return new v(t,l,c,s,a,p,n,d)}function B(t){let e,r=Promise.resolve(),n={isDone:!1,next(){let o=r.then(i);return r=o.catch(()=>{}),o},[Symbol.asyncIterator]:()=>n};async function i(){if(n.isDone)return{done:!0};let o=await t(e);return e=o.next_cursor||void 0,n.isDone=!e,{done:!1,value:o}}return n}function A(){let t,e=()=>{t=void 0};return{y:()=>!!t,o(r){return t||(t=r(),t.then(e,e)),t}}}function q(t,e){let r=n=>`${e}.${n}`;return{t:n=>t.getStorageSync(r(n))||void 0,s(n,i){try{t.setStorageSync(r(n),i)}catch(o){}},l:n=>t.removeStorageSync(r(n)),r:()=>new Promise(n=>{let i=()=>n(L(new Uint8Array(16).map(()=>Math.random()*256)));t.getRandomValues?t.getRandomValues({length:16,success:({randomValues:o})=>n(L(new Uint8Array(o))),fail:i}):i()})}}var L=(t,e="")=>Array.from(t,r=>e+(256+r).toString(16).slice(1)).join("");var ee=10,te=30,j=t=>new Promise(e=>setTimeout(e,t));function $(t,e,r,n){let i=ne(),o=re(t);function l(c,s,a){let d=s&&s.e===429;if(a>=e||!(c.a||d))return-1;let p=r*2**a*(1+Math.random());if(!s)return p;let y=R(s);return!(d||s.e>=500||s.e===409&&y!==void 0)||(y||0)>te?-1:y===void 0?p:y*1e3}return async c=>{for(let s=0;;s++){let a,d;try{a=await i(()=>ie(t,c))}catch(y){d=y}let p=l(c,a,s);if(p<0){if(a)return a;throw M(oe(d),n())}await j(p),await o()}}}function ne(){let t=[],e=0;return async r=>{e<ee?e++:await new Promise(n=>t.push(n));try{return await r()}finally{let n=t.shift();n?n():e--}}}function re(t){let e=[],r=!1;return t.onAppHide&&t.onAppShow&&(t.onAppHide(()=>{r=!0}),t.onAppShow(()=>{r=!1;for(let n of e.splice(0))n()})),()=>r?new Promise(n=>e.push(n)):void 0}function ie(t,e){return new Promise((r,n)=>{let{url:i,header:o,timeout:l,method:c,data:s,P:a}=e,d={url:i,header:o,timeout:l,success:p=>r(se(p)),fail:n};a?t.uploadFile({...d,...a}):t.request({...d,method:c,data:s,dataType:"text",responseType:e.c?"arraybuffer":"text"})})}function R(t){let e=parseInt(t.f["retry-after"],10);return e>=0?e:void 0}function oe({errMsg:t="",errno:e}){return e===600003||t.includes("interrupted")?"interrupted":e===5||t.includes("timeout")?"timeout":"network"}function se(t){let e={},r=t.header||{};for(let s of Object.keys(r))e[s.toLowerCase()]=String(r[s]);let n=e["content-type"],i=t.data||void 0,o={e:t.statusCode,f:e,i},l=i instanceof ArrayBuffer;if(n&&!n.includes("json")||l&&t.statusCode<300)return o;let c=l?decodeURIComponent(L(new Uint8Array(i),"%")):i;try{o.i=JSON.parse(c),o.w=c}catch(s){}return o}var ae=1e4,ce=900;function K(t,e,r,n,i){let o=e.t("login"),l=A();function c(P){let{access_token:f,refresh_token:w,expires_in:S}=P,u=Date.now()+(S||ce)*1e3;return o={access:f,refresh:w,until:u},e.s("login",o),f}function s(){o=void 0,e.l("login")}async function a(){return e.t("device")||e.s("device",await e.r()),e.t("device")}let d=()=>new Promise((P,f)=>t.login({success:({code:w})=>P(w),fail:()=>f(M("wechat_login",i()))}));async function p(P){let f=await r(P);if(f.e<300)return f.i;throw D(f.e,f.i,i(),R(f))}async function y(P=0){let f={code:await d(),device:await a()};try{return await p(n("/v1/auth/wechat/sessions",f,!1))}catch(w){let{status:S,retryAfter:u=1}=w;if(P===2||S&&S<500)throw w;await j(S?u*1e3:0)}return y(P+1)}async function _(){if(o){let P={refresh_token:o.refresh,device:await a()};try{return c(await p(n("/v1/auth/sessions/refresh",P,!0)))}catch(f){let{status:w}=f;if(!w||w===429||w>=500)throw f;s()}}return c(await y())}return{async m(){return o&&o.until-ae>Date.now()?o.access:l.o(_)},async h(P){return o&&o.access!==P&&!l.y()?o.access:l.o(_)},k:s}}var ue=72*36e5;function H(t,e,r){let n=r&&`key.${r}`,i=n?e.t(n):void 0,o=A();function l(){i=void 0,n&&e.l(n)}async function c(a){(!i||Date.now()-i.at>ue)&&(i={key:await e.r(),at:Date.now()},n&&e.s(n,i));try{let d=await a(i.key);return l(),d}catch(d){throw de(d)&&l(),d}}let s=a=>o.o(()=>c(a));return{get isOpen(){return!!i},call:(a,d,p)=>s(y=>t.call(a,d,p,y)),upload:(a,d)=>s(p=>t.upload(a,d,p)),forget:l}}function de({status:t,code:e}){return t>=400&&t<500&&![401,408,425,429].includes(t)&&e!=="idempotency_key_in_flight"}var Y=`0d auth/sessions/current logOut
2po refresh ~Session
1po wechat/sessions logInWithWechat
0go calendar-feeds/{name readCalendarFeed
0go certificates/{number checkCertificate
2go page showCertificate^
0g communities list^
1g {community get^
2g activities list^
3g {activity get^
4g shifts list^
4P signups signUpForDates
5P withdraw ~FromDates
2g attendances/me listMyAttendances
3g {attendance get^
4P check-in ~Participant
4P check-out ~Participant
4P dispute ~Absence
4P mark-absent ~
2g cards/{card/links list^
2P certificates requestCertificate
3g me listMyCertificates
3g {certificate get^
4b pdf downloadCertificate
4P withdraw ~CertificateRequest
2P check-in-packets uploadCheckInPacket
2n check-ins checkIn
3g {attendance getCheckIn
4n check-out ~
4g personal-code get^
2g claims/me listMyPostClaims
3g {claim getPost^
4P ask-to-leave ~Post
4P stay ~OnPost
4P withdraw ~PostClaim
2g duties/me listMyDuties
3g offered list^Duties
3g {duty get^
4P accept ~Duty
4g colleagues list^
4P offer ~Duty
4P skip ~Duty
4P take-over ~Duty
4P withdraw-offer withdrawDutyOffer
2g guardianships listMy^
3P  confirmGuardianship
3g {guardianship getMy^
4P consents giveGuardianConsent
4P end ~Guardianship
4g signups list^OfMinor
5P  signUpMinor
5P {signup/accept-offer ~ToMinor
6P decline-offer ~ToMinor
6P withdraw ~SignupOfMinor
4P withdraw-consent withdrawGuardianConsent
2P inbox/{message/read markMessage^
2g led-occasions list^
2P member-registrations registerMember
3g me getMyDoubleReporting
3g {registration getMember^
4P submit resubmitMemberRegistration
4P withdraw ~MemberRegistration
2g occasions/{occasion/attendances list^
4g check-in-code get^
4P messages sendMessageToHelpers
4g packet-key get^
2g opinions/{opinion get^
4P endorse ~Opinion
4P report ~Opinion
4P withdraw ~Opinion
2P participants joinCommunity
3P claim takeOverParticipant
3g me getMyParticipation
4U  updateMyParticipation
4u age-band declareMy^
4p guardian-code issue^
4P leave ~Community
2g places list^
2g points/me getMyPoints
4g transfers listMyPoint^
2g posts list^
3g {post get^
4P claims applyForPost
2g redemptions/me listMyRedemptions
3g {redemption get^
4P cancel ~Redemption
2P residence-claims submitResidenceClaim
3g me listMyResidenceClaims
3g {claim getResidence^
4P end ~ResidenceClaim
4P renew ~ResidenceClaim
4P withdraw ~ResidenceClaim
2g rewards list^
3g {reward get^
4P redemptions redeemReward
2g service-categories list^
2g service-days list^
2g service-entries/me listMyServiceEntries
3g notices listService^
3g {entry getService^
4P object ~ToServiceEntry
4P resubmit ~ServiceEntry
2g service-record/me getMyServiceRecordInCommunity
2P shifts/{shift/signups signUpForShift
2g signups/me listMySignupsInCommunity
3g {signup get^
4P accept-offer ~
4P agree ~ToChange
4P decline-offer ~
4P find-cover ~
4P rate ~Shift
4g rating getMy^
4P withdraw ~Signup
2g tickets list^
3P  submitTicket
3g {ticket get^
4P dispute ~Ticket
4P escalate ~Ticket
4P follow ~Ticket
5D  unfollowTicket
4P rating rateTicket
4P supplement ~Ticket
4P withdraw ~Ticket
2g topics list^
3P  raiseTopic
3g {topic get^
4g ballot getTopic^
4P follow ~Topic
5D  unfollowTopic
4g opinions list^
5P  submitOpinion
4g result getTopicBallot^
4P second ~Topic
4g vote-board get^
4P votes castVote
5g mine getMyVote
6u  changeVote
4P withdraw ~Topic
0bo data-exports/{token downloadDataExport
0go documents/{number checkDocument
0g me get^
1u  update^
1D  erase^
1g access-log listMy^
1g calendar-feeds listMy^
2p  makeCalendarFeed
2d {feed revokeCalendar^
1g consents listMy^
2u {purpose decideConsent
1g data-exports listMy^
2P  requestDataExport
2g {export getData^
1g home get^
1g inbox list^
1P keep ~Me
1g participations listMy^
1P phone verify^
1g service-record getMy^
2g csv downloadMyServices
2g export ~MyServices
2b pdf downloadMyServiceRecord
1g signups listMy^
0g party-organizations list^
0g service-choices list^`;var le={g:"GET",b:"GET",p:"POST",n:"POST",u:"PUT",d:"DELETE"};function ge(){let t={},e=[];for(let r of Y.split(`
`)){let[n,i,o]=r.split(" ");e=e.slice(0,+n[0]).concat(i?i.split("/"):[]);let l=e[e.length-1],c=n[1].toLowerCase();t[o.replace("^",V(`-${l}`)).replace("~",V(l))]={T:`/v1/${e.join("/")}`,S:le[c],x:!!n[2],E:c!==n[1],O:c==="n",c:c==="b"}}return t}var V=t=>t.replace("{","").replace(/[-_]./g,e=>e[1].toUpperCase()),z=ge(),U=encodeURIComponent;function J(t,e={}){return t.T.replace(/\{(\w+)/g,(r,n)=>{let i=e[n]===void 0?e[`${n}_id`]:e[n];if(i==null||i==="")throw new TypeError(`path: ${n}`);return U(String(i))})}function X(t={}){let e=[];for(let r of Object.keys(t))for(let n of[].concat(t[r]))n!=null&&e.push(`${U(r)}=${U(String(n))}`);return e.length?`?${e.join("&")}`:""}var pe=20;function W(t){let{retries:e=3,backoff:r=500,timeout:n=15e3,storageName:i="linli"}=t,o=t.wx||wx,l=t.baseUrl.replace(/\/+$/,""),c=()=>S.language,s=new Map,a=q(o,i),d=$(o,e,r,c),p=K(o,a,d,(u,g,m)=>y("POST",u,{a:m,data:JSON.stringify(g)}),c);function y(u,g,m){let h={Accept:"application/json","Accept-Language":c()};return u!=="GET"&&(h["Content-Type"]="application/json"),{timeout:n,...m,url:l+g,method:u,header:h}}async function _(u,g){let{header:m,method:h,url:x}=u,E=c()+x,k=h==="GET"?s.get(E):void 0;k&&(m["If-None-Match"]=k.etag);let b=g?"":await p.m(),T=()=>(b&&(m.Authorization=`Bearer ${b}`),d(u)),O=await T();b&&O.e===401&&(b=await p.h(b),O=await T());let{e:C,i:G,f:N,w:F}=O;if(k&&C===304)return JSON.parse(k.text);if(C>=300)throw D(C,G,c(),R(O));return h==="GET"&&N.etag&&F&&P(E,N.etag,F),G}function P(u,g,m){s.delete(u),s.set(u,{etag:g,text:m}),s.size>pe&&s.delete(s.keys().next().value)}async function f(u,g={},m,h){let x=z[u],{S:E,O:k,E:b}=x,T=h||(b||k?await a.r():""),O=k?{nonce:T,...g.body}:g.body,C=y(E,J(x,g.path)+X(g.query),{...m,c:x.c,a:E==="GET"||b||k,data:O&&JSON.stringify(O)});return b&&(C.header["Idempotency-Key"]=T),_(C,x.x)}async function w(u,g,m){let{path:h,filePath:x,name:E="file",formData:k={}}=u,T=y("POST",h,{...g,a:!0,P:{filePath:x,name:E,formData:k}});return delete T.header["Content-Type"],T.header["Idempotency-Key"]=m||await a.r(),_(T)}let S={language:t.language||"zh",call:(u,g,m)=>f(u,g,m),pages:(u,g,m)=>B(h=>f(u,{...g,query:{...g&&g.query,cursor:h}},m)),submission:u=>H({call:f,upload:w},a,u),upload:(u,g)=>w(u,g),logIn:()=>p.m().then(()=>{}),async logOut(){try{a.t("login")&&await f("logOut")}catch(u){}p.k(),s.clear()}};return S}module.exports={createLinli:W,LinliError:v,isProblem:I};
