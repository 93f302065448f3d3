public import Markup
public import Tabular
public import Vocabulary

/// Where all contracts are expected to end the year: how many at each share of target.
public struct YearEndStrip: PictureWithTable {
    /// Expected delivery as a share of target, one for each contract, in any order.
    public var expected: [Share]
    /// Ascending: the shares of target at which the rules change (clawback below the first).
    public var lines: [Share]

    /// - Precondition: at least one line.
    public init(expected: [Share], lines: [Share]) {
        precondition(!lines.isEmpty, "a year-end has at least one line")
        self.expected = expected
        self.lines = lines.sorted()
    }

    public let title = "Expected year-end of every contract"

    private var below: Int { expected.count { $0 < lines[0] } }
    private var above: Int { expected.count { $0 > lines[lines.count - 1] } }

    public var description: String {
        let (first, last) = (lines[0].percentText(decimals: 0), lines[lines.count - 1].percentText(decimals: 0))
        return """
            Of \(expected.count) contracts, \(below) are expected to end below \(first) of target, \
            \(expected.count - below - above) from \(first) to \(last), and \(above) above \(last).
            """
    }

    /// Two points of a per cent wide; the first and the last hold all that lies beyond.
    private static let (start, end, step) = (50, 130, 2)

    private var bins: [(range: String, low: Int, count: Int, sort: Int)] {
        let (start, end, step) = (YearEndStrip.start, YearEndStrip.end, YearEndStrip.step)
        var counts = [Int](repeating: 0, count: (end - start) / step)
        for share in expected {
            let place = Int(((share.approximate * 100 - Double(start)) / Double(step)).rounded(.down))
            counts[min(max(place, 0), counts.count - 1)] += 1
        }
        return counts.enumerated().map { place, count in
            let low = start + place * step
            let isFirst = place == 0, isLast = place == counts.count - 1
            let range = isFirst ? "below \(low + step) %" : isLast ? "\(low) % or more" : "\(low) to \(low + step) %"
            let (first, last) = (lines[0].approximate * 100, lines[lines.count - 1].approximate * 100)
            let sort = Double(low) < first - 0.01 ? 0 : Double(low) < last - 0.01 ? 1 : 2
            return (range, low, count, sort)
        }
    }

    public func drawing(in shell: Shell) -> Html {
        let (height, labels) = (260.0, 54.0)
        let bins = bins
        let width = 100 / Double(bins.count)
        let scale = Scale(top: Double(max(bins.map(\.count).max() ?? 1, 1)), from: height - 26, to: labels)
        func x(_ percent: Double) -> Double {
            (percent - Double(YearEndStrip.start)) / Double(YearEndStrip.end - YearEndStrip.start) * 100
        }
        var shapes: [Shape] = [.line(x1: 0, y1: scale(0), x2: 100, y2: scale(0), class: "axis")]
        for (place, bin) in bins.enumerated() where bin.count > 0 {
            let top = scale(Double(bin.count))
            shapes.append(
                .named(
                    "\(bin.range): \(bin.count) contracts",
                    [
                        .rectangle(
                            x: Double(place) * width + width * 0.08, y: top, width: width * 0.84,
                            height: scale(0) - top, class: ["bar-short", "bar-met", "bar-over"][bin.sort])
                    ]))
        }
        for (place, line) in lines.enumerated() {
            let at = x(line.approximate * 100)
            let y = 14 + Double(place % 3) * 16
            shapes.append(.line(x1: at, y1: y - 10, x2: at, y2: scale(0), class: "threshold"))
            shapes.append(
                .text(line.percentText(decimals: 0), x: at, y: y, class: "tick-strong", dx: 5))
        }
        for tick in stride(from: 60, through: 120, by: 20) {
            shapes.append(.text("\(tick) %", x: x(Double(tick)), y: height - 6, anchor: .middle, class: "tick"))
        }
        let picture = Picture(id: "year-ends", title: title, description: description, height: height, shapes: shapes)
        let (first, last) = (lines[0].percentText(decimals: 0), lines[lines.count - 1].percentText(decimals: 0))
        func entry(_ name: String, _ sample: String) -> KeyEntry {
            KeyEntry(name: name, sample: [.rectangle(x: 0, y: 0, width: 100, height: 12, class: sample)])
        }
        let key = [
            entry("\(below) below \(first)", "bar-short"),
            entry("\(expected.count - below - above) from \(first) to \(last)", "bar-met"),
            entry("\(above) above \(last)", "bar-over"),
        ]
        return [KeyEntry.list(key), picture.html()]
    }

    public func table() -> Table {
        var table = Table(
            key: "yearEnds", caption: title,
            columns: [.init("range", "Share of target"), .init("contracts", "Contracts")])
        for bin in bins where bin.count > 0 { table.append([.text(bin.range), .count(bin.count)]) }
        return table
    }
}
