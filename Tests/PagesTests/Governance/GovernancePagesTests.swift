import Governance
import Markup
import Pages
import Tabular
import Testing
import Vocabulary

struct GovernancePagesTests {
    private typealias Held = GovernanceSample
    private let reading = GovernanceSample.reading()

    private func html(_ page: any Page) -> String { page.render(in: Sample.shell).rendered }
    private func main(_ page: any Page) -> String { ReadPage(html(page)).all("main").first?.text ?? "" }
    private func meeting(_ id: Slug) throws -> MeetingPage {
        MeetingPage(reading, meeting: try #require(reading.book.meetings[id]))
    }

    @Test func `no page shows a text that is not published`() {
        for (name, page) in Held.pages {
            let text = html(page)
            for secret in Held.secret { #expect(!text.contains(secret), "\(name): \(secret)") }
        }
    }

    @Test func `no table that is taken away holds a text that is not published`() throws {
        let minutes = reading.minutes(of: try #require(reading.book.meetings[Held.may])).plain
        let tables = [
            InterestsPage(reading).table, CommitteesPage(reading).table, MeetingsPage(reading).table,
            DecisionsPage(reading).table, WhoDecidesPage(reading).table, AccountabilityPage(reading).table,
            RegisterListPage(reading, kind: .gifts).table, RegisterListPage(reading, kind: .breaches).table,
            try meeting(Held.may).table, try meeting(Held.closedDoors).table,
        ].compactMap(\.self)
        #expect(tables.count == 9, "a meeting in private has none")
        for text in tables.map(\.csv) + [minutes] {
            for secret in Held.secret { #expect(!text.contains(secret)) }
        }
    }

    @Test func `a withheld entry says so, and its organisation does not find it`() throws {
        let whole = InterestsPage(reading)
        #expect(main(whole).contains("4 decision-makers declare 2 interests. Of 1 interest the details are withheld."))
        #expect(main(whole).contains("Nia Secretive") && main(whole).contains("details withheld"))
        let found = InterestsPage(reading, query: ListQuery(search: "V81999"))
        #expect(found.table?.rows.isEmpty == true)
        let practice = InterestsPage(reading, query: ListQuery(search: "y02494"))
        #expect(practice.table?.rows.count == 1)
        #expect(InterestsPage(reading, query: ListQuery(search: "wellfield")).table?.rows.count == 1)
    }

    @Test func `who is no decision-maker has no page, and stands on others as what they sit as`() throws {
        #expect(PersonInterestsPage(reading, person: Held.s("cfo")) == nil)
        #expect(PersonInterestsPage(reading, person: Held.s("nobody")) == nil)
        #expect(PersonInterestsPage(reading, person: Held.s("gp")) != nil)
        let text = main(try meeting(Held.may))
        #expect(text.contains("Healthwatch representative (watch)") && text.contains("Ada Wellfield"))
    }

    @Test func `a meeting says its quorum, how interests were handled, the vote and the decision`() throws {
        let text = main(try meeting(Held.may))
        for words in [
            "Held in public at Town hall, 10:00 to 10:30 BST.", "1 member stood back from an item",
            "leaves for discussion and decision", "left 10:05, back 10:14", "Carried by vote: 2 for and 1 against.",
            "Most benefit for the money", "Read the minutes (draft)",
        ] { #expect(text.contains(words), "\(words)") }
    }

    @Test func `a meeting in private gives its day and reason, and nothing else`() throws {
        let text = main(try meeting(Held.closedDoors))
        #expect(text.contains("This meeting is held in private: commercial in confidence."))
        #expect(MinutesPage(reading, meeting: try #require(reading.book.meetings[Held.closedDoors])) == nil)
        #expect(main(DecisionsPage(reading)).contains("1 decision of meetings held in private is not shown."))
    }

    @Test func `minutes are marked as a draft until they are approved`() throws {
        let meeting = try #require(reading.book.meetings[Held.may])
        let page = try #require(MinutesPage(reading, meeting: meeting))
        #expect(main(page).contains("Draft: these minutes have not been approved yet."))
        #expect(main(page).contains("in the chair, decided: leaves for discussion and decision"))
    }

    @Test func `while minutes are a draft, an item is left out that a member may not read of`() throws {
        var book = Held.book
        let handlings = try #require(book.meetings[Held.may]?.handlings)
        book.meetings[Held.may]?.handlings = handlings.map { handling in
            var handling = handling
            handling.option = .noPapers
            return handling
        }
        let changed = GovernanceSample.reading(of: book)
        let meeting = try #require(changed.book.meetings[Held.may])
        let plain = changed.minutes(of: meeting).plain
        #expect(plain.contains("1. Dental round") && plain.contains("Kept back from a member with an interest"))
        #expect(!plain.contains("Most benefit for the money"))
        let taken = try #require(MeetingPage(changed, meeting: meeting).table).csv
        #expect(taken.contains("Dental round") && !taken.contains("Paper on Dental round"))
        let page = main(MeetingPage(changed, meeting: meeting))
        #expect(page.contains("kept back from a member with an interest, and so not named here"))
        #expect(!page.contains("Paper on Dental round"))
    }

    @Test func `a search for who decides says the limit, whom to approach and what is unclear`() {
        let text = main(
            WhoDecidesPage(reading, query: ListQuery(search: "dental"), amount: "£3,000,000"))
        for words in [
            "The amount is above the limit of", "Head of primary care, contracts desk", "Unclear.",
            "Who decides closures?", "It lies with Chief finance officer, due 30 June 2026.",
        ] { #expect(text.contains(words), "\(words)") }
        #expect(
            main(WhoDecidesPage(reading, query: ListQuery(search: "rockets"))).contains(
                "Nobody has recorded who decides on “rockets”."))
        #expect(
            main(WhoDecidesPage(reading, query: ListQuery(search: "dental"), amount: "much")).contains(
                "“much” is no amount"))
    }

    @Test(arguments: ["3000000", "3,000,000", "£3,000,000", "£ 3,000,000.00"])
    func `an amount is read as people write it`(amount: String) {
        let text = main(WhoDecidesPage(reading, query: ListQuery(search: "dental"), amount: amount))
        #expect(text.contains("The amount is above the limit of") && !text.contains("is no amount"))
    }

    @Test func `a decision is headed by its own words, and each motion has a row of its votes`() throws {
        let page = ReadPage(html(try meeting(Held.may)))
        #expect(page.all("h3").contains { $0.text == "To fund options 1 to 6" })
        let text = page.all("main").first?.text ?? ""
        for words in ["2: Ada Wellfield; Ben Okoro", "1: Nia Secretive", "Quorum: 1. Dental round"] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func `each gap in accountability stands in a sentence with what would mend it`() {
        let text = main(AccountabilityPage(reading))
        #expect(text.contains("gaps were found in who answers to whom."))
        #expect(text.contains("Not accountability yet.") && text.contains("What would mend it:"))
    }

    @Test func `a committee says its quorum in words and whose exclusion breaks it`() throws {
        let text = main(CommitteePage(reading, committee: try #require(reading.book.committees[Held.pccc])))
        #expect(text.contains("Quorate with"))
        #expect(text.contains("A motion is carried by more than half of the votes cast."))
        #expect(text.contains("No single exclusion breaks it, where everybody else is there."))
    }

    @Test func `before publication was ruled nothing of the register is shown`() {
        let before = GovernanceSample.reading(on: Day("1990-01-01")!)
        #expect(InterestsPage(before).table == nil && RegisterListPage(before, kind: .gifts).table == nil)
        #expect(main(InterestsPage(before)).contains("so nothing is shown"))
    }
}
