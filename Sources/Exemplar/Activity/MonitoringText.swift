import Vocabulary

/// Rows as providers write them: the published columns, and the many ways in which money, days and periods are typed.
enum MonitoringText {
    static let shared = [
        "FINANCIAL MONTH", "FINANCIAL YEAR", "DATE AND TIME DATA SET CREATED",
        "ORGANISATION IDENTIFIER (CODE OF PROVIDER)", "ORGANISATION SITE IDENTIFIER (OF TREATMENT)",
        "ORGANISATION IDENTIFIER (GP PRACTICE RESPONSIBILITY)", "ORGANISATION IDENTIFIER (RESIDENCE RESPONSIBILITY)",
        "ORGANISATION IDENTIFIER (CODE OF COMMISSIONER)", "GENERAL MEDICAL PRACTICE CODE (PATIENT REGISTRATION)",
    ]
    static let patientLevelHeader =
        (shared + [
            "NHS NUMBER", "LOCAL PATIENT IDENTIFIER (EXTENDED)", "POSTCODE OF USUAL ADDRESS", "PERSON BIRTH DATE",
            "AGE AT ACTIVITY DATE (CONTRACT MONITORING)", "PERSON STATED GENDER CODE", "ETHNIC CATEGORY",
            "COMMISSIONED SERVICE CATEGORY CODE", "SERVICE CODE", "POINT OF DELIVERY CODE",
            "POINT OF DELIVERY FURTHER DETAIL CODE", "LOCAL POINT OF DELIVERY CODE",
            "LOCAL POINT OF DELIVERY DESCRIPTION", "ACTIVITY TREATMENT FUNCTION CODE",
            "TARIFF CODE", "NATIONAL TARIFF INDICATOR", "LOCAL CONTRACT MONITORING DESCRIPTION",
            "ACTIVITY START DATE (CONTRACT MONITORING)", "ACTIVITY END DATE (CONTRACT MONITORING)",
            "ADJUSTED LENGTH OF STAY", "CDS UNIQUE IDENTIFIER", "OUT-PATIENT ATTENDANCE IDENTIFIER",
            "HOSPITAL PROVIDER SPELL IDENTIFIER", "ACTIVITY COUNT (POINT OF DELIVERY)", "ACTIVITY UNIT PRICE",
            "TOTAL COST",
        ]).joined(separator: ",")
    static let aggregateHeader =
        (shared + [
            "COMMISSIONED SERVICE CATEGORY CODE", "POINT OF DELIVERY CODE", "ACTIVITY TREATMENT FUNCTION CODE",
            "TARIFF CODE",
            "CONTRACT MONITORING PLANNED ACTIVITY", "CONTRACT MONITORING PLANNED PRICE",
            "CONTRACT MONITORING ACTUAL ACTIVITY", "CONTRACT MONITORING ACTUAL PRICE",
        ]).joined(separator: ",")

    private static let words: [[UInt8]] = {
        // As a Windows machine writes them, with an apostrophe, a dash, an accent and a pound sign.
        let apostrophe: [UInt8] = [0x92]
        return [
            Array("Outpatient clinic".utf8), Array("Children".utf8) + apostrophe + Array("s ward".utf8),
            Array("Day surgery unit, main site".utf8), Array("Caf".utf8) + [0xE9] + Array(" clinic".utf8),
            Array("Block top-up ".utf8) + [0xA3] + Array("5k".utf8),
            Array("Long stay".utf8) + [0x96] + Array("rehab".utf8),
            Array("See \"note 3\"".utf8), Array("Naïve coding".utf8),
        ]
    }()

    /// Writes a row with its line break.
    ///
    /// - Parameter spoilt: a fault of writing to put into it.
    static func write(
        _ row: BilledRow, spoilt: PlantedFault?, market: InventedMarket, random: inout Draws, into out: inout [UInt8]
    ) {
        var cells = CellWriter(out: out)
        out = []
        cells.add(spoilt == .unreadableMonth ? "110" : month(row.month, &random))
        cells.add(spoilt == .unreadableYear ? "215551" : year(&random))
        cells.add(day(row.created, &random))
        let provider = market.providers[row.provider].code
        let residence = row.residence.map { market.commissioners[$0] } ?? ""
        cells.add(provider)
        cells.add(provider + "01")
        cells.add(row.practice.commissioner(on: row.start).map { market.commissioners[$0] } ?? "")
        cells.add(residence)
        cells.add(row.commissioner)
        cells.add(row.practice.code)
        cells.add(row.patient)
        cells.add("L\(row.group % 10_000_000)")
        cells.add("")
        cells.add("")
        cells.add(row.age)
        cells.add(row.group % 2 == 0 ? "1" : "2")
        cells.add("A")
        cells.add(row.category)
        cells.add(row.service)
        cells.add(row.pointOfDelivery)
        cells.add(row.detail)
        cells.add(row.pointOfDelivery + "-L")
        if spoilt != .raggedRow { cells.add(row.words < words.count ? words[row.words] : []) }
        cells.add(row.function)
        cells.add(row.tariff)
        cells.add(row.tariff.isEmpty || row.isLocal ? "N" : "Y")
        cells.add(row.words == 63 ? "pathway review" : "")
        switch spoilt {
        case .ambiguousDay: cells.add("0\(row.month % 9 + 1)/\(10 + row.month % 3)/2025")
        case .unreadableDay: cells.add("31/02/2025")
        default: cells.add(day(row.start, &random))
        }
        cells.add(day(row.end, &random))
        cells.add(row.spell.isEmpty ? "" : "\(max(0, row.end - row.start))")
        cells.add(row.record)
        cells.add(row.attendance)
        cells.add(row.spell)
        cells.add(spoilt == .unreadableCount ? "one" : decimal(row.count, places: 4))
        cells.add(decimal(row.unitPrice, places: 4))
        switch spoilt {
        case .unreadableAmount: cells.add("TBC")
        case .fractionOfPenny: cells.add(decimal(row.cost.pence, places: 2, atLeast: 2) + "5")
        default: cells.add(money(row.cost.pence, &random))
        }
        cells.end()
        out = cells.out
    }

    // MARK: - Ways of writing

    /// The submission's day: the middle of the month after the last.
    static func created(_ month: Int) -> Day {
        ExemplarActivity.year.month(month).adding(months: 1).firstDay.adding(days: 14)
    }

    static func month(_ month: Int, _ random: inout Draws) -> String {
        switch random.below(8) {
        case 0: month < 10 ? "0\(month)" : "\(month)"
        case 1: "M\(month)"
        default: "\(month)"
        }
    }

    static func year(_ random: inout Draws) -> String {
        switch random.below(8) {
        case 0: "2025/26"
        case 1: "2025-26"
        default: "202526"
        }
    }

    /// In one of a dozen ways, none of which can be two days.
    static func day(_ day: Day, _ random: inout Draws) -> String {
        let (year, month, number) = day.parts
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let iso = "\(year)-\(two(month))-\(two(number))"
        let name = Month.names[month - 1]
        let isClear = number > 12 || number == month
        switch random.below(16) {
        case 0: return iso + " 00:00:00"
        case 1: return iso + "T00:00:00"
        case 2: return "\(year)\(two(month))\(two(number))"
        case 3: return "\(number)-\(name.prefix(3))-\(year)"
        case 4: return "\(two(number))-\(name.prefix(3).uppercased())-\(two(year % 100))"
        case 5: return "\(number) \(name) \(year)"
        case 6: return "\(day.number + 25_569)"
        case 7: return "\(year)/\(two(month))/\(two(number))"
        case 8 where isClear: return "\(two(month))/\(two(number))/\(year) 12:00:00 AM"
        case 9 where isClear: return "\(two(number)).\(two(month)).\(year)"
        case 10 where isClear: return "\(number)/\(month)/\(year)"
        case 11 where isClear: return "\(two(number))-\(two(month))-\(year) 09:30"
        case 12...15 where isClear: return "\(two(number))/\(two(month))/\(year)"
        default: return iso
        }
    }

    static func decimal(_ value: Int, places: Int, atLeast: Int = 0) -> String {
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let magnitude = abs(value)
        if atLeast == 0, magnitude % scale == 0 { return String(value / scale) }
        var rest = String(scale + magnitude % scale).dropFirst()
        while rest.utf8.count > atLeast, rest.utf8.last == UInt8(ascii: "0") { rest = rest.dropLast() }
        return "\(value < 0 ? "-" : "")\(magnitude / scale)\(rest.isEmpty ? "" : ".")\(rest)"
    }

    static func money(_ pence: Int, _ random: inout Draws) -> [UInt8] {
        let plain = decimal(abs(pence), places: 2, atLeast: 2)
        let short = decimal(abs(pence), places: 2)
        let pounds = grouped(abs(pence) / 100) + plain.suffix(3)
        let isNegative = pence < 0
        func signed(_ text: String) -> [UInt8] {
            Array((isNegative ? "-" : "").utf8) + Array(text.utf8)
        }
        switch random.below(20) {
        case 0: return signed("£" + pounds)
        case 1: return signed(pounds)
        case 2: return signed(short)
        case 3: return isNegative ? Array("(\(pounds))".utf8) : Array(" \(plain) ".utf8)
        case 4: return Array((isNegative ? "-" : "").utf8) + [0xA3] + Array(plain.utf8)
        case 5: return signed("Â£" + plain)
        case 6: return isNegative ? Array("(£\(pounds))".utf8) : Array("£\(plain)".utf8)
        case 7: return signed(plain + "00")
        default: return signed(plain)
        }
    }
}
