import Governance
import Tabular
import Testing
import Vocabulary

struct SchemeOfDelegationFileTests {
    private func read(_ text: String) throws(Refusal) -> Reading<DecisionRight> {
        try SchemeOfDelegationFile.read(
            Sheet(csv: Array("\(text)\n".utf8), named: "scheme.csv"),
            defaults: .init(
                body: RightsSample.icb, from: RightsSample.on("2024-04-01"), organisations: [RightsSample.council]))
    }

    private let header = "Matter,Level,Holder,Instrument,Limit,Document"

    @Test func `a scheme becomes rights, with posts where the holder is no body`() throws {
        let reading = try read(
            """
            \(header)
            Primary dental services,Local,QWX,s65Z5,"£500,000","Scheme 2024, 4.1"
            Primary dental services,local,Chief Finance Officer,standing orders,50000,Scheme 2024
            better-care,place,E999,s75,no limit,Section 75 agreement
            """)
        let rights = reading.values.map(\.value)
        #expect(
            rights.map(\.id.description) == [
                "primary-dental-services-local", "primary-dental-services-local-2", "better-care-place",
            ])
        #expect(rights.map(\.upTo) == [Money(pence: 50_000_000), Money(pence: 5_000_000), nil])
        #expect(rights[1].holder == RightsSample.icb && rights[1].approach == "Chief Finance Officer")
        #expect(rights[2].holder == RightsSample.council && rights[2].citation == "Section 75 agreement")
        #expect(reading.problems.map(\.code) == ["holder-is-post"] && reading.problems[0].row == 3)
        var book = GovernanceBook()
        for right in rights { book = try book.after(RecordRight(right: right)) }
        #expect(book.rights.count == 3)
    }

    @Test(arguments: [
        ("dental,nowhere,QWX,s75,£5,D", "Level", "unreadable-level"),
        ("dental,local,QWX,s75,lots,D", "Limit", "unreadable-limit"),
        ("dental,local,QWX,s75,-5,D", "Limit", "unreadable-limit"),
        ("dental,local,QWX,s75,0,D", "Limit", "unreadable-limit"),
        ("???,local,QWX,s75,£5,D", "Matter", "unreadable-matter"), (",local,QWX,s75,£5,D", "Matter", "blank"),
        ("dental,,QWX,s75,£5,D", "Level", "blank"), ("dental,local,,s75,£5,D", "Holder", "blank"),
        ("dental,local,QWX,s75,£5,", "Document", "blank"),
    ])
    func `a row at fault is refused by row and column, and the rest is kept`(
        row: String, column: String, code: String
    ) throws {
        let reading = try read("\(header)\n\(row)\npharmacy,local,QWX,s75,£5,D")
        let refused = reading.problems.filter { $0.effect == .refused }
        #expect(refused.map(\.row) == [2] && refused.map(\.column) == [column] && refused.map(\.code) == [code])
        #expect(reading.values.count == 1 && reading.rowsRead == 2)
    }

    @Test func `days, short names and codes of the optional columns are checked`() throws {
        let reading = try read(
            """
            id,matter,level,holder,instrument,limit,document,from,until,delegated from,statutory holder,also known as
            a,dental,local,QWX,s75,£5,D,01/04/2025,2026-03-31,,X24,teeth; dentists
            a,dental,local,QWX,s75,£5,D,,,,,
            b,dental,local,QWX,s75,£5,D,31/02/2025,,,,
            c,dental,local,QWX,s75,£5,D,2025-04-01,2025-03-31,,,
            d,dental,local,QWX,s75,£5,D,,,Not a name,,
            e,dental,local,QWX,s75,£5,D,,,,Not a code,
            f,dental,local,QWX,s75,,D,,,,,
            """)
        let right = try #require(reading.values.first?.value)
        #expect(right.from == RightsSample.on("2025-04-01") && right.until == RightsSample.on("2026-03-31"))
        #expect(right.alsoKnownAs == ["teeth", "dentists"] && right.statutoryHolder == RightsSample.national)
        #expect(
            reading.problems.filter { $0.effect == .refused }.map(\.code) == [
                "id-twice", "unreadable-day", "ends-before-start", "unreadable-name", "unreadable-code",
            ])
        #expect(reading.problems.filter { $0.effect == .noted }.map(\.code) == ["no-limit"])
    }

    @Test func `a sheet that is no scheme is refused whole`() {
        let refused = #expect(throws: Refusal.self) { try read("matter,level\ndental,local") }
        #expect(refused?.code == "not-this-layout")
    }
}
