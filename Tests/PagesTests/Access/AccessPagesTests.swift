import Access
import Markup
import Pages
import Testing

/// What readers see of signing in and of accounts.
@Suite struct AccessPagesTests {
    private func html(_ name: String) throws -> String {
        let all =
            AccessSample.pages.map { ($0.name, $0.page, AccessSample.shell) }
            + AccessSample.pagesOfNobody.map { ($0.name, $0.page, AccessSample.nobody) }
        let found = try #require(all.first { $0.0 == name })
        return found.1.render(in: found.2).rendered
    }

    @Test func `what is wrong stands above the heading, and the title says so first`() throws {
        let page = try html("sign-in-wrong")
        let summary = try #require(page.firstRange(of: "There is a problem"))
        #expect(summary.lowerBound < (try #require(page.firstRange(of: "<h1"))).lowerBound)
        #expect(page.contains("<title>Error: Sign in – "))
        #expect(try html("sign-in").contains("<title>Sign in – "))
    }

    @Test func `a password that was typed is on no page`() throws {
        for page in AccessSample.pages + AccessSample.pagesOfNobody {
            let read = ReadPage(page.page.render(in: AccessSample.shell).rendered)
            for field in read.all("input") where field.attributes["type"] == "password" {
                #expect(field.attributes["value"] == nil, "\(page.name)")
            }
        }
    }

    @Test func `every posted form carries the token`() throws {
        for page in AccessSample.pages {
            let read = ReadPage(page.page.render(in: AccessSample.shell).rendered)
            for (place, form) in read.elements.enumerated() where form.attributes["method"] == "post" {
                #expect(
                    read.within(place).contains {
                        $0.attributes["name"] == "csrf" && $0.attributes["value"] == "t0ken"
                    }, "\(page.name)")
            }
        }
    }

    @Test func `who has signed in is named at the top with the way out, and nobody is shown the way in`() throws {
        let home = try html("home")
        #expect(home.contains("action=\"/sign-out\" method=\"post\""))
        #expect(home.contains("<bdi>Ada Wellfield"))
        #expect(home.contains("Bo Fisher was added.") && home.contains("role=\"alert\""))
        let about = AboutPage().render(in: AccessSample.nobody).rendered
        #expect(about.contains("<a href=\"/sign-in\">Sign in</a>") && !about.contains("/sign-out"))
        let kept = AboutPage().render(in: Sample.shell).rendered
        #expect(!kept.contains("/sign-in") && !kept.contains("/home"))
    }

    @Test func `menus show only what the reader may enter`() throws {
        let page = try html("sign-in")
        #expect(page.contains("href=\"/interests?") && page.contains("href=\"/meetings?"))
        for path in ["/contracts", "/rounds", "/imports", "/people", "/account\"", "/account?"] {
            #expect(!page.contains("href=\"\(path)"), "\(path)")
        }
    }

    @Test func `the demonstration's other people are one press away`() throws {
        let home = try html("home")
        #expect(home.contains("action=\"/demo/switch\""))
        #expect(home.contains("name=\"account\" value=\"a015\">Governance lead</button>"))
        #expect(!(try html("sign-in").contains("/demo/switch")))
    }

    @Test func `nobody changes their own roles, and a closed account has nothing to change`() throws {
        var own = AccessSample.account("a014")
        #expect(own.render(in: AccessSample.shell).rendered.contains("/people/a014/withdraw"))
        own.isOwn = true
        #expect(!own.render(in: AccessSample.shell).rendered.contains("action=\"/people/a014"))
        own.isOwn = false
        own.account.state = .closed
        #expect(!own.render(in: AccessSample.shell).rendered.contains("action=\"/people/a014"))
    }
}
