import Governance
import Markup
import Pages
import Testing
import Vocabulary

/// Where a day was asked for, every link to a page that is read on a day asks for it too.
struct LinksOnADayTests {
    private static let shell: Shell = {
        var shell = Sample.emptyShell
        shell.day = GovernanceSample.day
        return shell
    }()
    private static let daily = [
        "/interests", "/gifts", "/breaches", "/committees", "/meetings", "/decisions", "/who-decides",
        "/accountability", "/organisations",
    ]

    private func links(_ page: any Page, in shell: Shell) -> [(words: String, target: String)] {
        ReadPage(page.render(in: shell).rendered).all("a").map { ($0.text, $0.attributes["href"] ?? "") }
    }

    @Test func `a link between pages on governance keeps the day`() {
        for (name, page) in GovernanceSample.pages {
            let own = links(page, in: Self.shell).filter { link in
                Self.daily.contains { link.target.hasPrefix($0) } && link.words != "Show today"
            }
            #expect(own.count > 6, "\(name)")
            let lost = own.filter { !$0.target.contains("on=2026-06-20") }
            #expect(lost.isEmpty, "\(name): \(lost)")
        }
    }

    @Test func `a link to another page does not ask for the day, nor does the way back to today`() {
        for (name, page) in GovernanceSample.pages {
            let others = links(page, in: Self.shell).filter { link in
                link.words == "Show today" || !Self.daily.contains { link.target.hasPrefix($0) }
            }
            #expect(others.allSatisfy { !$0.target.contains("on=") }, "\(name)")
        }
    }

    @Test func `a form keeps the day`() {
        for page in [
            DecisionsPage(GovernanceSample.reading()) as any Page, WhoDecidesPage(GovernanceSample.reading()),
        ] {
            let hidden = ReadPage(page.render(in: Self.shell).rendered).all("input").first {
                $0.attributes["type"] == "hidden" && $0.attributes["name"] == "on"
            }
            #expect(hidden?.attributes["value"] == "2026-06-20", "\(page.heading)")
        }
    }

    @Test func `without a day no link asks for one`() {
        for (name, page) in GovernanceSample.pages where name != "interests-found" {
            #expect(links(page, in: Sample.emptyShell).allSatisfy { !$0.target.contains("on=") }, "\(name)")
        }
    }
}
