public import Markup
import Priorities
public import Tabular
public import Vocabulary

/// In what share of trials each option comes first, second … last, as one bar an option.
public struct RoundAcceptability: PictureWithTable {
    public var rows: [Row]
    /// Services to stop or change have places of their own.
    public var isOfDisinvestments: Bool
    let reading: RoundReading

    public struct Row: Hashable, Sendable {
        public var option: Slug
        /// Share of trials in each place, first place first.
        public var places: [Double]
    }

    /// - Returns: nil without an answer, or where there are not two options to put in order.
    public init?(_ reading: RoundReading, ofDisinvestments: Bool = false) {
        guard let result = reading.result else { return nil }
        let standings = result.options.filter { standing in
            reading.round.option(standing.option)?.kind.isDisinvestment == ofDisinvestments
        }
        guard standings.count > 1 else { return nil }
        rows = standings.sorted { ($0.rank, $0.option) < ($1.rank, $1.option) }
            .map { Row(option: $0.option, places: $0.rankAcceptability) }
        isOfDisinvestments = ofDisinvestments
        self.reading = reading
    }

    private var places: Int { rows.map(\.places.count).max() ?? 0 }

    /// Places that are drawn together, the first alone and the others in four parts: `1`, `2–6`, `7–11` …
    var bands: [ClosedRange<Int>] {
        guard places > 5 else { return (1...max(places, 1)).map { $0...$0 } }
        let rest = places - 1
        let ends = places <= 10 ? [1, 3, 5, 7, places] : [1, 1 + rest / 4, 1 + rest / 2, 1 + rest * 3 / 4, places]
        var bands: [ClosedRange<Int>] = []
        var start = 1
        for end in ends where end >= start {
            bands.append(start...min(end, places))
            start = end + 1
        }
        return bands
    }

    static func words(_ band: ClosedRange<Int>, of places: Int) -> String {
        if band == 1...1 { return "First" }
        if band.count == 1 { return band.upperBound == places ? "Last" : "Place \(band.lowerBound)" }
        return "Places \(band.lowerBound) to \(band.upperBound)"
    }

    private func share(_ row: Row, _ band: ClosedRange<Int>) -> Double {
        row.places.enumerated().filter { band.contains($0.offset + 1) }.reduce(0) { $0 + $1.element }
    }

    public var title: String {
        isOfDisinvestments
            ? "How often each service to stop or change comes in each place"
            : "How often each proposal comes in each place"
    }

    public var howToRead: String? {
        """
        A whole bar is all trials. The darker a part, the nearer the top the option came in those trials.
        """
    }

    public var description: String {
        let most = rows.max { ($0.places.first ?? 0) < ($1.places.first ?? 0) }
        guard let most else { return "" }
        return """
            One bar for each of \(rows.count), best first. \(reading.title(of: most.option)) comes first most often, \
            in \((most.places.first ?? 0).percentWords) of trials.
            """
    }

    public func table() -> Table {
        var table = Table(
            key: isOfDisinvestments ? "placesOfDisinvestments" : "places", caption: title,
            columns: [.init("option", "Option")] + (1...max(places, 1)).map { .init("place\($0)", "Place \($0)") })
        for row in rows {
            let shares = (0..<places).map { place in
                Cell.share((row.places.indices.contains(place) ? row.places[place] : 0).asShare)
            }
            table.append([reading.cell(for: row.option)] + shares)
        }
        return table
    }

    public func drawing(in shell: Shell) -> Html {
        let bands = bands
        let key = bands.enumerated().map { place, band in
            KeyEntry(
                name: RoundAcceptability.words(band, of: places),
                sample: [
                    .rectangle(x: 0, y: 0, width: 100, height: 12, class: "place-\(shade(place, of: bands.count))")
                ])
        }
        let items = rows.enumerated().map { number, row -> Html in
            let first = (row.places.first ?? 0).percentWords
            let words = bands.map { "\(RoundAcceptability.words($0, of: places)) \(share(row, $0).percentWords)" }
            let picture = Picture(
                id: ElementID("\(isOfDisinvestments ? "loses" : "comes")-\(row.option)"),
                title: reading.title(of: row.option), description: words.joined(separator: ", ") + ".", height: 28,
                shapes: segments(row, bands))
            return [
                .block(
                    [
                        .span([.text("\(number + 1). "), reading.name(of: row.option, in: shell)], class: "row-name"),
                        .span(["first in ", .strong(.sentence(first))], class: "row-figure"),
                    ], class: "row-words"),
                picture.html(),
            ]
        }
        return [KeyEntry.list(key), .list(items, class: "rows beside")]
    }

    /// The first is the darkest, the last the palest, however many there are.
    private func shade(_ place: Int, of count: Int) -> Int {
        count <= 1 ? 0 : place * 4 / (count - 1)
    }

    private func segments(_ row: Row, _ bands: [ClosedRange<Int>]) -> [Shape] {
        var shapes: [Shape] = []
        var x = 0.0
        for (place, band) in bands.enumerated() {
            let width = share(row, band) * 100
            guard width > 0 else { continue }
            let shade = shade(place, of: bands.count)
            var segment: [Shape] = [.rectangle(x: x, y: 0, width: width, height: 28, class: "place-\(shade)")]
            if width >= 14 {
                segment.append(
                    .text(
                        share(row, band).percentWords, x: x + width / 2, y: 19, anchor: .middle,
                        class: "on-place-\(shade)"))
            }
            shapes.append(
                .named("\(RoundAcceptability.words(band, of: places)): \(share(row, band).percentWords)", segment))
            x += width
        }
        return shapes
    }
}
