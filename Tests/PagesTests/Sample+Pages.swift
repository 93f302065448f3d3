import Contracts
import Markup
import Pages
import Tabular
import Vocabulary

extension Sample {
    /// One of every page, by the name of its picture.
    static let pages: [(name: String, page: any Page)] = [
        ("overview", overview), ("commissioners", commissioners), ("commissioner", commissioner),
        ("contracts", contractsPage), ("contract", contractPage), ("movable", movable),
        ("spend-by", SpendByPage(picture: spendBy, headline: headline, cautions: cautions)),
        ("inertia", InertiaPage(line: line, table: line.table())), ("concentration", concentration),
        ("imports", imports), ("problems", problems), ("rules", rules), ("unit-check", unitCheck),
        ("backtest", backtest), ("not-found", ErrorPage.notFound("Contract 9999999999")), ("about", AboutPage()),
    ]

    /// One of every page that has figures, while none are held.
    static let emptyPages: [(name: String, page: any Page)] = [
        ("overview", OverviewPage()),
        ("commissioners", CommissionersPage(table: none)),
        (
            "contracts",
            ContractsPage(
                table: none, query: .all, paging: Paging(page: 1, total: 0), sortable: [], commissioners: [], bands: [],
                held: 0)
        ),
        ("movable", MovablePage(money: nil, items: none)), ("spend-by", SpendByPage(picture: nil, headline: nil)),
        ("inertia", InertiaPage(line: nil, table: none)), ("concentration", ConcentrationPage(table: none)),
        ("imports", ImportsPage(table: none)), ("backtest", BacktestPage(headline: [], tables: [])),
        (
            "unit-check",
            UnitCheckPage(
                month: nil, calculated: .zero, published: .zero, agreeing: 0, compared: 0, differing: none)
        ),
    ]

    static let none = Table(key: "none", caption: "Nothing", columns: [.init("a", "A")])
    static let cautions = ["Gross only: patient charges are not in the files.", "17 contracts are held out by a flag."]

    static let overview = OverviewPage(
        headline: headline, money: bar, map: map, strip: strip,
        missing: table("missing", "Expected to miss 96 %, by money", rows: 8), cautions: cautions)

    static let commissioners = CommissionersPage(
        table: table("commissioners", "Commissioners, December 2024", rows: 8), map: map, sortable: ["amountPence"])

    static let commissioner = CommissionerPage(
        code: code(0), name: names[0], headline: headline, facts: facts, money: bar, strip: strip,
        contracts: contracts(25), cautions: ["Made of NHS Wex CCG and NHS Bourne CCG on 1 July 2022."])

    static let contractsPage = ContractsPage(
        table: contracts(100), query: ListQuery(page: 3, sort: "-valuePence", search: "dental"),
        paging: Paging(page: 3, total: 612), sortable: ["valuePence", "achieved", "provider"],
        commissioners: names.enumerated().map { Choice(code($0.offset).description, $0.element) },
        bands: ExpectedBand.choices(in: Share(percent: 96)...Share(percent: 102)),
        held: 629)

    static let facts = [
        Fact("Target", .units(Units(12_400))), Fact("UDA money", .money(Money(pence: 40_300_017))),
        Fact("Per UDA", .money(Money(pence: 3_250))), Fact("Delivered to December", .units(Units(hundredths: 830_760))),
        Fact("Carried in", .units(Units(-120)), note: "derived from last year’s position"),
        Fact("Commissioner", .link(names[0], path: "/commissioners/QX0")),
    ]

    static let contractPage = ContractPage(
        number: contract(4), providerName: hostile,
        headline: [
            "Expected to end the year at 92.6 % of target, below 96 %.",
            "That would free £29,822 (90 %: £2,418 to £55,211), usable only if committed by 31 March 2025.",
        ], facts: facts, forecast: forecast, history: history, years: history.table(),
        movable: table("movableItems", "Money of this contract that can be moved", rows: 2),
        terms: table("terms", "Terms, as the annual file has them", rows: 2),
        lines: table("lines", "Lines of service", rows: 3),
        flags: [
            .init(code: "nominal-target", explanation: "The target of 1 UDA in May 2023 is nominal.", isHeldOut: true)
        ],
        letterPath: "/contracts/1000080104/letter.docx")

    static let movable = MovablePage(
        money: bar, items: table("items", "Movable money, item by item", rows: 30),
        paging: Paging(page: 1, size: 30, total: 412), sortable: ["amountPence"], cautions: cautions)

    static let concentration = ConcentrationPage(
        table: table("concentration", "Concentration by commissioner", rows: 8))

    static let imports = ImportsPage(
        table: table("imports", "Files imported", rows: 9),
        totals: ["764,903 rows read = 764,901 kept + 2 refused + 0 already held."])

    static let digest = EvidenceID(bytes: (0..<32).map { UInt8($0 * 7) })

    static let problems = ProblemsPage(
        source: Source(
            digest: digest, name: "UDA_CONTRACTOR_202312.csv", publisher: "NHSBSA", licence: "OGL v3.0", size: 1_204_811
        ),
        facts: [Fact("Rows read", .count(7_015)), Fact("Rows kept", .count(7_014)), Fact("Rows refused", .count(1))],
        problems: [
            Problem(
                row: 412, column: "UDA_PERF_TARGET", code: "pence-as-units",
                "41,666,716 UDAs on a contract worth £416,667.16: pence keyed as UDAs.", effect: .flagged),
            Problem(
                row: 611, column: nil, code: "short-row", "19 cells where 20 are needed: \(hostile)", effect: .refused),
            Problem(row: nil, column: nil, code: "old-header", "The header has a trailing space.", effect: .noted),
        ], supersededBy: "UDA_CONTRACTOR_202312_v2.csv")

    static let rules = RulebookPage(
        day: Day(year: 2024, month: 12, day: 1), table: ruleTable, unverified: 3, query: ListQuery(on: "2024-12-01"))

    static let ruleTable: Table = {
        var table = Table(
            key: "rules", caption: "Rules that held on 1 December 2024",
            columns: [
                .init("id", "Rule"), .init("value", "Value"), .init("unit", "Unit"), .init("validFrom", "From"),
                .init("validTo", "To"), .init("source", "Source"), .init("verified", "Verified"),
            ])
        for (id, value, unit, verified) in [
            ("dental.year-end.threshold", "96", "per cent of target", true),
            ("dental.year-end.carry-forward", "102", "per cent of target", false),
            ("dental.mid-year.threshold", "30", "per cent of target", true),
        ] {
            table.append([
                .text(id), .text(value), .text(unit), .day(year.firstDay), .absent("open"),
                .text("NHS England, Policy book for primary dental services"),
                .flag(verified),
            ])
        }
        return table
    }()

    static let unitCheck = UnitCheckPage(
        month: year.month(9), calculated: Units(hundredths: 486_504_800), published: Units(hundredths: 487_639_940),
        agreeing: 3_749, compared: 6_803, differing: table("differing", "Contracts that differ", rows: 12))

    static let backtest = BacktestPage(
        headline: [
            "At month 6 the error is 0.74 of the best naive rule’s; at month 9, 0.69.", "Both meet the bar of 0.8.",
        ],
        tables: [table("backtest", "Each tested year, forecast at month 6", rows: 9)])

    static func table(_ key: String, _ caption: String, rows: Int) -> Table {
        var table = Table(
            key: key, caption: caption,
            columns: [
                .init("name", "Name"), .init("kind", "What it rests on"), .init("amountPence", "Amount"),
                .init("share", "Share"), .init("from", "First day"), .init("to", "Last day"),
            ], notes: ["Data to December 2024."])
        for place in 0..<rows {
            table.append([
                .link("Contract \(contract(place))", path: Route.contract(contract(place)).path),
                .text(place % 2 == 0 ? "forecast under-delivery" : "true expiry"),
                .money(Money(pence: 12_345_678 / (place + 1))), .share(Share(93 - place, of: 100)!),
                .day(year.firstDay), place % 3 == 0 ? .absent("for good") : .day(year.lastDay),
            ])
        }
        return table
    }
}
