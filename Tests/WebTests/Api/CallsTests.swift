import Access
import HTTPTypes
import Hummingbird
import Synchronization
import Testing
import Vocabulary

@testable import Web

/// Who may call: tokens, scopes, roles; and what a call that is not of its form is told.
struct CallsTests {
    private static let visitors = ["newcomer"] + Role.allCases.map { TestDoorkeeper.id(of: $0) }

    @Test(arguments: visitors)
    func `a token opens what its holder's roles open, and nothing else`(name: String) async throws {
        let served = try Served.filled.get()
        let account = try #require(try served.keeper.people().book.accounts[Slug(name)!])
        for call in Site.calls {
            let path = call.path.split(separator: "/").map { $0.hasPrefix(":") ? "/none" : "/\($0)" }.joined()
            let reply = try await served.call(path, call.method, token: name, call.isAct ? [:] : nil)
            let may: Bool =
                switch call.entry {
                case .everybody, .signedIn: true
                case .holding(let permission):
                    AccessRules.shipped.maySomewhere(account, permission, on: Served.moment.inLondon.day)
                }
            if may {
                #expect(![401, 403].contains(reply.status), "\(call.id) as \(name): \(reply.text)")
            } else {
                #expect(reply.status == 403 && reply.code == "not-allowed", "\(call.id) as \(name): \(reply.status)")
            }
        }
    }

    @Test func `without a token only what is published is told, and a cookie opens nothing`() async throws {
        let served = try Served.filled.get()
        for call in Site.calls {
            let path = call.path.split(separator: "/").map { $0.hasPrefix(":") ? "/none" : "/\($0)" }.joined()
            let cookies = ["remit": served.keeper.token(of: "manager")]
            for sent in [[:], cookies] {
                let reply = try await served.send(ApiCall.root + path, call.method, cookies: sent)
                if call.entry == .everybody {
                    #expect([200, 404].contains(reply.status), "\(call.id): \(reply.status)")
                } else {
                    #expect(reply.status == 401, "\(call.id): \(reply.status)")
                    #expect(reply.code == "token-missing")
                    #expect(reply.headers[.wwwAuthenticate] == "Bearer realm=\"remit\"")
                }
                #expect(reply.headers[HTTPField.Name("Access-Control-Allow-Origin")!] == nil)
            }
        }
    }

    @Test func `a token opens no more than it is for, whatever its holder may`() async throws {
        let served = try Served.filled.get()
        let kept = try await served.call("/rounds", token: "manager.readContracts")
        #expect(kept.status == 403 && kept.code == "scope-missing")
        #expect(
            kept.headers[.wwwAuthenticate]
                == "Bearer realm=\"remit\", error=\"insufficient_scope\", scope=\"readRounds\"")
        #expect(try await served.call("/contracts", token: "manager.readContracts").status == 200)
        let me = try await served.call("/me", token: "manager.readContracts")
        #expect(me.json["permissions"] == ["readContracts", "useAPI"])
        // A scope that the roles do not bring opens nothing.
        let beyond = try await served.call("/rounds", token: "provider.readRounds")
        #expect(beyond.status == 403 && beyond.code == "not-allowed")
    }

    @Test(arguments: ["Bearer nonsense", "Bearer remit_nobody", "Bearer", "Basic cmVtaXQ=", "remit_manager", ""])
    func `a wrong token is told so, also for what is published`(field: String) async throws {
        let served = try Served()
        for path in ["/me", "/meetings"] {
            let reply = try await served.send(ApiCall.root + path, .get, headers: ["Authorization": field])
            #expect(reply.status == 401, "\(field): \(reply.status)")
            #expect(reply.headers[.wwwAuthenticate]?.contains("error=") == true)
        }
    }

    @Test func `after many wrong tokens the answer is to wait, and a right one is let in all the same`() async throws {
        let served = try Served()
        var last = 0
        for _ in 0...WrongTokens.most {
            last = try await served.send(
                ApiCall.root + "/me", .get, headers: ["Authorization": "Bearer remit_nobody"]
            ).status
        }
        #expect(last == 429)
        #expect(try await served.call("/me").status == 200)
    }

    @Test func `a suspended account's token is none`() async throws {
        let served = try Served()
        served.keeper.held.withLock { $0.book.accounts[Slug("manager")!]?.state = .suspended }
        #expect(try await served.call("/me").status == 401)
    }

    @Test func `a call with another method is told which it takes`() async throws {
        let served = try Served.filled.get()
        for (path, method, allow) in [
            ("/contracts", HTTPRequest.Method.post, "GET, HEAD"), ("/rounds", .delete, "GET, HEAD, POST"),
            ("/rounds/none/acts/closeStage", .get, "POST"), ("/openapi.json", .put, "GET, HEAD"),
            ("/me", .options, "GET, HEAD"),
        ] {
            let reply = try await served.call(path, method)
            #expect(reply.status == 405 && reply.headers[.allow] == allow, "\(path): \(reply.status)")
            #expect(reply.headers[.contentType] == ApiProblem.type)
        }
        let nothing = try await served.call("/nowhere")
        #expect(nothing.status == 404 && nothing.code == "no-such-call")
    }

    @Test(arguments: [
        ("/contracts?page=0", "unreadable-parameter"), ("/contracts?page=x", "unreadable-parameter"),
        ("/contracts?pageSize=1001", "unreadable-parameter"), ("/contracts?sort=nothing", "unreadable-parameter"),
        ("/contracts?month=2024-13", "unreadable-parameter"), ("/contracts?serach=x", "unknown-parameter"),
        ("/meetings?on=yesterday", "unreadable-parameter"),
        ("/contracts?year=2023-24&month=2024-12", "month-outside-year"),
    ])
    func `a parameter that cannot be read is refused, and none is passed over`(path: String, code: String) async throws
    {
        let reply = try await Served.filled.get().call(path)
        #expect(reply.status == 400 && reply.code == code, "\(reply.status) \(reply.text)")
    }

    @Test func `what is sent is JSON of the call's shape within limits`() async throws {
        let served = try Served.filled.get()
        func send(_ body: String, _ type: String? = "application/json") async throws -> Reply {
            var headers = ["Authorization": "Bearer remit_manager"]
            headers["Content-Type"] = type
            return try await served.send(ApiCall.root + "/rounds", .post, headers: headers, body: Array(body.utf8))
        }
        #expect(try await send("{}", nil).status == 415)
        #expect(try await send("a=b", "application/x-www-form-urlencoded").status == 415)
        #expect(try await send("{}", "application/json; charset=iso-8859-1").status == 415)
        #expect(try await send("{").status == 400)
        #expect(try await send("").status == 400)
        let lacking = try await send("{}")
        #expect(lacking.status == 422 && lacking.code == "missing-key")
        #expect(try await send("{\"round\": \"x\", \"nothing\": 1}").code == "unknown-key")
        #expect(try await send("[1]").code == "wrong-shape")
        #expect(try await send(String(repeating: " ", count: BodyLimits.form.bytes + 1)).status == 413)
    }

    @Test func `an answer to somebody is kept by no cache`() async throws {
        let served = try Served.filled.get()
        let own = try await served.call("/me")
        #expect(own.headers[.cacheControl] == "private, no-store" && own.headers[.vary] == "Authorization")
        let open = try await served.call("/rules", token: nil)
        #expect(open.headers[.cacheControl] == "no-cache")
    }
}
