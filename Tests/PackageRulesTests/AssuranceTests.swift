import Testing

/// What the assurance pack names exists.
struct AssuranceTests {
    private var pages: [SourceFile] { Checkout.writings.filter { $0.path.hasPrefix("docs/assurance/") } }

    @Test func `every file of tests that the assurance pack names is there`() {
        let names = pages.flatMap { page in page.text.matches(of: /`(\w+Tests)`/).map { String($0.output.1) } }
        #expect(Set(names).count > 30, "the pack names too few tests to mean anything")
        let there = Set(Checkout.tests.map(\.stem))
        #expect(Set(names).subtracting(there) == [])
    }

    @Test func `every page of the pack stands in its list`() {
        let listed = Checkout.text("docs/assurance/README.md") ?? ""
        let missing = pages.compactMap { $0.path.split(separator: "/").last }
            .filter { $0 != "README.md" && !listed.contains("(\($0))") }
        #expect(missing == [])
    }

    @Test func `the examples of a service and a proxy agree with the program`() throws {
        let unit = Checkout.text("docs/operating/remit.service") ?? ""
        for line in [
            "ProtectSystem=strict", "NoNewPrivileges=true", "ReadWritePaths=/var/lib/remit", "MemoryMax=", "User=remit",
            "UMask=0077", "KillSignal=SIGTERM",
        ] {
            #expect(unit.contains("\n\(line)"), "\(line)")
        }
        let serve = Checkout.text("Sources/remit/ServeCommand.swift") ?? ""
        let start = try #require(unit.split(separator: "\n").first { $0.hasPrefix("ExecStart=") })
        let options = start.matches(of: /--([a-z]+)/).map { String($0.output.1) }
        #expect(options == ["host", "port", "address", "log"])
        for option in options { #expect(serve.contains("var \(option)"), "--\(option)") }
        let more = unit.split(separator: "\n").compactMap { line in
            line.hasPrefix("#   --") ? line.dropFirst(6).split(separator: " ").first.map { String($0) } : nil
        }
        #expect(more == ["published", "uploads", "openid", "mail"], "what it can do besides")
        for option in more { #expect(serve.contains("var \(option)"), "--\(option)") }

        // Both know where live meetings are streamed from, and leave the header of https to Remit.
        let events = try #require(Checkout.text("Sources/Pages/Governance/Forms/MeetingDeed.swift"))
        #expect(events.contains("\"/meetings/\\(meeting)/events\""))
        for proxy in ["nginx.conf", "Caddyfile"] {
            let text = Checkout.text("docs/operating/\(proxy)") ?? ""
            #expect(text.contains("127.0.0.1:8080"), "\(proxy)")
            let settings = text.split(separator: "\n").filter {
                !$0.trimmingPrefix(while: \.isWhitespace).hasPrefix("#")
            }
            #expect(!settings.contains { $0.contains("Strict-Transport-Security") }, "\(proxy)")
        }
        #expect(Checkout.text("docs/operating/nginx.conf")?.contains("^/meetings/[^/]+/events$") == true)
        #expect(Checkout.text("docs/operating/nginx.conf")?.contains("proxy_buffering off") == true)
        #expect(Checkout.text("docs/operating/Caddyfile")?.contains("flush_interval -1") == true)
    }
}
