import Tabular
import Testing
import Vocabulary

struct TableRecordsTests {
    private let table = Table(
        key: "decisions", caption: "Decisions",
        columns: [.init("decision", "Decision"), .init("what", "What"), .init("limit", "Limit"), .init("why", "Why")],
        rows: [
            [
                .text("m1"), .text("That £30,000 go to access at Harbour Street from April"), .absent("none"),
                .text("They wait longest"),
            ],
            [.text("m2"), .text("Nothing"), .money(Money(pence: 5_000)), .text("No need")],
        ], notes: ["People stand in it by their short names."])

    @Test func `a row stands under its first cell, with every word of it and nothing that is absent`() {
        #expect(
            table.records(width: 40) == """
                Decisions

                m1
                  What   That £30,000 go to access at
                         Harbour Street from April
                  Why    They wait longest

                m2
                  What   Nothing
                  Limit  £50.00
                  Why    No need

                People stand in it by their short names.

                """)
    }

    @Test func `a table of two columns stays one, its second column over several lines`() {
        let history = table.selecting(["decision", "what"])
        #expect(
            history.records(width: 40) == """
                Decisions

                m1  That £30,000 go to access at Harbour
                    Street from April
                m2  Nothing

                People stand in it by their short names.

                """)
    }

    @Test func `why something is absent is said`() {
        var open = table
        open.rows = [[.text("m3"), .absent("not yet"), .absent("none"), .text("Later")]]
        #expect(open.records().contains("m3\n  What   not yet\n  Why    Later\n"))
    }

    @Test func `an empty table has its caption, and no titles of columns that hold nothing`() {
        var empty = table
        empty.rows = []
        #expect(empty.records() == "Decisions\n\n(none)\n\nPeople stand in it by their short names.\n")
    }

    @Test func `a table fits where no cell would be cut, and not in one character less`() {
        let least = 8 + 54 + 6 + 17 + 3 * 2
        #expect(table.fits(width: least) && !table.fits(width: least - 1))
        #expect(!table.text(width: least).contains("…"))
        #expect(table.text(width: least - 1).contains("…"))
    }
}
