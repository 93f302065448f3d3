import Markup
import Priorities
import Tabular
import Testing
import Vocabulary

@testable import Pages

/// What a reader sees of a round.
@Suite struct RoundPagesTests {
    private func text(_ page: any Page) -> String { page.render(in: Sample.shell).rendered }

    @Test func `terms of the field stand on the page about sureness only`() {
        let terms = ["central weight", "SMAA", "rank acceptability", "core index", "polytope", "MILP"]
        for (name, page) in RoundSample.pages where !name.contains("robustness") && !name.contains("what-if") {
            for term in terms { #expect(!text(page).lowercased().contains(term.lowercased()), "\(name): \(term)") }
        }
        let sure = text(RoundRobustnessPage(RoundSample.reading))
        #expect(sure.contains("rank acceptability of an option for a place is"))
    }

    @Test func `a round at a glance says what is recommended and what is fragile`() {
        let page = text(RoundPage(RoundSample.undecided))
        #expect(page.contains("Fund 6 of 8 proposals for £555,000 a year"))
        #expect(page.contains("no solver was installed"))
        #expect(text(RoundPage(RoundSample.reading)).contains("Decided on 3 March 2026"))
    }

    @Test func `a round without an answer says what comes next`() {
        let page = text(RoundPage(RoundSample.bareReading))
        #expect(page.contains("There is no answer yet: collecting options and criteria."))
        #expect(page.contains("No option has been put forward yet"))
        #expect(text(DecisionPage(RoundSample.bareReading)).contains("Nothing has been decided yet."))
    }

    @Test func `options are told without a place or a benefit while there is no answer`() {
        var round = RoundSample.round
        round.result = nil
        let table = RoundReading(round).optionsTable()
        #expect(table.columns.map(\.key) == ["option", "whoBenefits", "fullYearPence"])
        #expect(table.rows.count == round.options.count)
        #expect(RoundSample.undecided.optionsTable().columns.map(\.key).contains("rank"))
    }

    @Test func `members’ scores are shown only once all are closed`() {
        var round = RoundSample.round
        round.scoresClosedAt = nil
        round.result = nil
        let page = text(RoundOptionPage(RoundReading(round), option: round.options[0]))
        #expect(page.contains("Scores are shown once all are closed"))
        #expect(!page.contains("Scores by member"))
    }

    @Test func `an option names those left out of it, and what it needs`() {
        let page = text(RoundOptionPage(RoundSample.reading, option: RoundSample.options[3]))
        #expect(page.contains("Left out of this option for an interest: general dental practitioner (m5)."))
        #expect(page.contains("It needs, to be funded too"))
    }

    @Test func `a service to stop shows the papers that the law asks for`() {
        let page = text(RoundOptionPage(RoundSample.reading, option: RoundSample.options[8]))
        #expect(page.contains("equality impact assessment") && page.contains("none, because: fewer than ten patients"))
    }

    @Test func `the decision names the meeting, its quorum, the votes and who stood back`() {
        let page = DecisionPage(RoundSample.reading).render(in: Sample.shell).rendered
        for words in [
            "It was decided at the meeting “pccc-2026-03” of 3 March 2026", "was quorate: at least 4 members",
            "To fund what is recommended", "leaves for discussion and decision", "/meetings/pccc-2026-03",
        ] { #expect(page.contains(words), "\(words)") }
    }

    @Test func `the decision says where it departs from the recommendation`() {
        let page = text(DecisionPage(RoundSample.reading))
        #expect(page.contains("is deferred although the calculation recommends it"))
    }

    @Test func `an open ballot shows how many voted and not how`() {
        let page = text(RoundProcessPage(RoundSample.undecided))
        #expect(page.contains("The ballot is open: 7 of 7 members have voted."))
        #expect(!page.contains("table-ballot"))
    }

    @Test func `a criterion has one row, with all that it takes to be worth how much`() throws {
        let page = ReadPage(text(RoundProcessPage(RoundSample.reading)))
        for leaf in RoundSample.leaves {
            let rows = page.all("tr").map(\.text).filter { $0.hasPrefix(leaf.title) && $0.contains(leaf.meaning) }
            #expect(rows.count == 1, "\(leaf.title)")
        }
    }

    @Test func `a picture says how it is read, to somebody who sees one for the first time`() {
        let page = ReadPage(text(RoundPage(RoundSample.reading)))
        #expect(page.all("p").contains { $0.text.hasPrefix("Each triangle is one option: as wide as its cost") })
        #expect(page.all("p").contains { $0.text.hasPrefix("Each point is the most good") })
    }

    @Test func `groups and areas are written as words`() {
        #expect(text(RoundPage(RoundSample.reading)).contains("Who benefits from the best set"))
        #expect(!text(RoundPage(RoundSample.reading)).contains("<th scope=\"row\">deprived-"))
    }

    @Test func `the tally counts each letter once`() {
        let page = ReadPage(text(RoundProcessPage(RoundSample.reading)))
        let rows = page.all("tr").map(\.text)
        #expect(rows.contains { $0.contains("Training places for dental therapists") && $0.hasSuffix("51100") })
    }

    @Test func `no page shows a digest kept for a personal text`() {
        for (name, page) in RoundSample.pages {
            #expect(!text(page).contains(RoundSample.digest("e").description.prefix(12)), "\(name)")
        }
    }
}
