import Markup
import Tabular
import Vocabulary

/// How a column is written: to which side, in which unit, with how many pence.
struct ColumnKind: Sendable {
    var isNumeric: Bool
    var isMoneyInPounds: Bool
    /// Nothing but nought pounds, which need no pence.
    private var isMoneyOfNothing: Bool
    private var isUnits: Bool

    /// Looks through the rows: the first cell that says something says what the column is, and money is in whole
    /// pounds where any amount is a thousand pounds or more.
    init(of column: Int, in table: Table) {
        var first: Cell?
        var hasLargeMoney = false
        var isAllNothing = true
        for row in table.rows {
            if case .absent = row[column] { continue }
            first = first ?? row[column]
            guard case .money(let amount) = row[column] else { break }
            isAllNothing = isAllNothing && amount == .zero
            if amount.pence.magnitude >= 100_000 {
                hasLargeMoney = true
                break
            }
        }
        isNumeric = first?.isNumeric ?? false
        if case .money = first { isMoneyOfNothing = isAllNothing } else { isMoneyOfNothing = false }
        isMoneyInPounds = hasLargeMoney
        if case .units = first { isUnits = true } else { isUnits = false }
    }

    /// Money with its pence, however much it is.
    var toThePenny: ColumnKind {
        var kind = self
        (kind.isMoneyInPounds, kind.isMoneyOfNothing) = (false, false)
        return kind
    }

    var isWritingPence: Bool { !isMoneyInPounds && !isMoneyOfNothing }

    /// In words, where the title and the cells do not say it.
    func unit(besides title: String) -> String? {
        let words = title.uppercased()
        guard isUnits, !words.contains("UDA"), !words.contains("UOA"), !words.contains("UNIT") else { return nil }
        return "UDAs"
    }
}

extension HtmlWriter {
    /// - Parameter position: appended to links, so that they lead to the same month: a query, or nothing.
    mutating func write(_ cell: Cell, as kind: ColumnKind, at position: String) {
        switch cell {
        case .text(let words): text(words)
        case .link(let words, let path): link(words, path: path, query: position)
        case .count(let count): grouped(count)
        case .money(let amount): kind.isWritingPence ? poundsAndPence(amount) : pounds(amount)
        case .units(let units): self.units(units)
        case .share(let share): percent(share)
        case .number(let value, let places): number(value, places: places)
        case .day(let day): span(class: "day", day.inWords)
        case .month(let month): span(class: "day", month.inWords)
        case .flag(let flag): text(flag ? "yes" : "no")
        case .absent(let why): span(class: "absent", why)
        }
    }

    /// As `Money.inPounds`.
    mutating func pounds(_ amount: Money) {
        let magnitude = Int(clamping: (amount.pence.magnitude + 50) / 100)
        if amount.pence < 0, magnitude > 0 { sign(.minus) }
        sign(.pound)
        grouped(magnitude)
    }

    /// As `Money.description`.
    mutating func poundsAndPence(_ amount: Money) {
        if amount.pence < 0 { sign(.minus) }
        sign(.pound)
        grouped(Int(amount.pence.magnitude / 100))
        sign(.point)
        let rest = Int(amount.pence.magnitude % 100)
        digit(rest / 10)
        digit(rest % 10)
    }

    /// As `Units.description`.
    mutating func units(_ units: Units) {
        if units.hundredths < 0 { sign(.minus) }
        grouped(Int(units.hundredths.magnitude / 100))
        let rest = Int(units.hundredths.magnitude % 100)
        guard rest > 0 else { return }
        sign(.point)
        digit(rest / 10)
        if rest % 10 > 0 { digit(rest % 10) }
    }

    /// As `Share.description`, per cent with one decimal, but that the sign stays on its line.
    mutating func percent(_ share: Share) {
        let (product, overflow) = share.part.multipliedReportingOverflow(by: 1_000)
        guard !overflow, share.whole < Int.max / 4 else {
            return text(share.description.replacing(" %", with: "\u{A0}%"))
        }
        let tenths = (product.magnitude * 2 + share.whole.magnitude) / (share.whole.magnitude * 2)
        if share.part < 0, tenths > 0 { sign(.minus) }
        grouped(Int(tenths / 10))
        sign(.point)
        digit(Int(tenths % 10))
        sign(.perCent)
    }

    mutating func number(_ value: Double, places: Int) {
        guard value.isFinite, places >= 0, places <= 6, abs(value) < 1e9 else {
            return span(class: "absent", "no number")
        }
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = Int((abs(value) * Double(scale)).rounded())
        if value < 0, scaled > 0 { sign(.minus) }
        grouped(scaled / scale)
        guard places > 0 else { return }
        sign(.point)
        var rest = scaled % scale
        var step = scale / 10
        while step > 0 {
            digit(rest / step)
            rest %= step
            step /= 10
        }
    }
}
