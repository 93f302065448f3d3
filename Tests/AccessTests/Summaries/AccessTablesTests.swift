import Access
import Tabular
import Testing
import Vocabulary

struct AccessTablesTests {
    private typealias Sample = AccessSample

    @Test func `accounts are listed with their roles, and names only where they may be shown`() throws {
        let book = try Sample.after(
            [Sample.grant(Sample.ben, .panelMember), LinkPerson(account: Sample.ben, person: Sample.slug("p7"))],
            on: Sample.book())
        let table = AccessTables(book, text: { $0 == Sample.text(2) ? "Ben Ash" : nil }).accounts(on: Sample.today)
        #expect(table.rows.map { $0[0] } == ["ada", "ben", "cat", "dan"].map { .text($0) })
        #expect(
            table.rows[1] == [
                .text("ben"), .text("Ben Ash"), .absent("removed"), .text("active"),
                .text("commissioning manager at QWX; panel member at QWX"), .text("p7"), .day(Sample.today),
                .day(Sample.today),
            ])
        #expect(table.rows[2].suffix(3) == [.absent("not linked"), .day(Sample.today), .absent("not yet")])
        #expect(table.columns.filter(\.isPersonal).map(\.key) == ["name", "email"])
    }

    @Test func `who administers one commissioner sees the accounts with a role there, and those with none`() throws {
        let nobody = Sample.slug("eve")
        let book = try Sample.after([Sample.add(nobody, 5)], on: Sample.book())
        let here = AccessTables(book).accounts(on: Sample.today, within: .at([Sample.here]))
        #expect(here.rows.map { $0[0] } == ["ben", "cat", "dan", "eve"].map { .text($0) })
        let elsewhere = AccessTables(book).accounts(on: Sample.today, within: .at([Sample.elsewhere]))
        #expect(elsewhere.rows.map { $0[0] } == [.text("eve")])
    }

    @Test func `a withdrawn role stays in the table of what was given`() throws {
        let book = try Sample.decided(
            WithdrawRole(account: Sample.ben, role: .commissioningManager, commissioner: Sample.here), on: Sample.book()
        )
        let tables = AccessTables(book)
        #expect(
            tables.grants(of: Sample.ben, on: Sample.today).rows == [
                [
                    .text("ben"), .text("commissioning manager"), .text("QWX"), .day(Sample.today), .absent("open"),
                    .day(Sample.today), .flag(false),
                ]
            ])
        #expect(tables.grants(on: Sample.today).rows.count == 4)
        #expect(tables.accounts(on: Sample.today).rows[1][4] == .absent("none"))
    }

    @Test func `seats are listed with those that were left`() throws {
        let book = try Sample.after(
            [
                TakeSeat(account: Sample.ben, round: Sample.slug("r1"), member: Sample.slug("m1")),
                LeaveSeat(account: Sample.ben, round: Sample.slug("r1")),
                TakeSeat(account: Sample.ben, round: Sample.slug("r1"), member: Sample.slug("m2")),
            ], on: Sample.book())
        let rows = AccessTables(book).seats(of: Sample.ben).rows
        #expect(rows.map { $0[2] } == [.text("m1"), .text("m2")])
        #expect(rows.map { $0[4] } == [.day(Sample.today), .absent("held")])
    }

    @Test func `the matrix has a row for each permission and a column for each role`() {
        let table = AccessTables(AccessBook()).permissions
        #expect(table.rows.count == Permission.allCases.count)
        #expect(table.columns.map(\.title).dropFirst(2).prefix(2) == ["Administrator", "Commissioning manager"])
        let rules = AccessRules.shipped
        for (row, line) in zip(table.rows, rules.lines) {
            for (cell, role) in zip(row.dropFirst(2), Role.allCases) {
                #expect(cell == .flag(rules.roles(with: line.permission).contains(role)))
            }
        }
    }
}
