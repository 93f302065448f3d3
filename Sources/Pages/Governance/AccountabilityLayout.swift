import Governance
import Markup

/// Where the parties and edges of an accountability map stand: names on the left, each edge as a bracket on the right.
///
/// Short edges lie next to the names, and no two that share a height share a lane, so that lines cross and never cover
/// one another. The same chart is always laid out the same.
struct AccountabilityLayout {
    private(set) var height = 0.0
    private(set) var shapes: [Shape] = []

    /// Per cent of the width: names end and brackets begin.
    private let edgeStart = 60.0
    private let lanesStart = 65.0
    private let lanesEnd = 97.0
    /// Pixels between two edges at one party, and between the lines of a name.
    private let slot = 13.0
    private let line = 17.0
    private let longestLine = 26

    private struct Bracket {
        var number: Int
        var link: AccountabilityChart.Link
        var from: Double
        var to: Double
        var lane = 0
        var top: Double { min(from, to) }
        var bottom: Double { max(from, to) }
    }

    init(_ chart: AccountabilityChart) {
        var slots: [AccountabilityEdge.Party: [Double]] = [:]
        for node in chart.nodes {
            let ends = chart.links.count { $0.actor == node.party } + chart.links.count { $0.forum == node.party }
            let names = lines(of: node.title)
            let found = node.findings.isEmpty ? [] : lines(of: AccountabilityMap.words(node.findings))
            let room = max(Double(names.count + found.count) * line, Double(ends) * slot) + 18
            for (place, words) in names.enumerated() {
                shapes.append(
                    .text(words, x: 0, y: height + 18 + Double(place) * line, class: "tick-strong"))
            }
            for (place, words) in found.enumerated() {
                shapes.append(
                    .text(words, x: 0, y: height + 18 + Double(names.count + place) * line, class: "tick"))
            }
            slots[node.party] = (0..<ends).map { height + 14 + Double($0) * slot }
            height += room
            shapes.append(.line(x1: 0, y1: height, x2: 100, y2: height, class: "gridline"))
        }
        let placed = brackets(chart, slots: slots)
        let lanes = Double((placed.map(\.lane).max() ?? 0) + 1)
        shapes += placed.map { shape(of: $0, lanes: lanes) }
        // Numbers stand over all lines.
        shapes += placed.map { bracket in
            .text(
                "\(bracket.number)\(bracket.link.isBroken ? " ×" : "")", x: x(bracket.lane, of: lanes),
                y: (bracket.top + bracket.bottom) / 2 + 4, anchor: .middle, class: "tick-strong")
        }
        height += 4
    }

    private func x(_ lane: Int, of lanes: Double) -> Double {
        lanesStart + (lanesEnd - lanesStart) * (Double(lane) + 0.5) / lanes
    }

    private func brackets(
        _ chart: AccountabilityChart, slots: [AccountabilityEdge.Party: [Double]]
    ) -> [Bracket] {
        var free = slots
        func take(_ party: AccountabilityEdge.Party) -> Double {
            guard var heights = free[party], !heights.isEmpty else { return 0 }
            let height = heights.removeFirst()
            free[party] = heights
            return height
        }
        var all = chart.links.enumerated().map { place, link in
            Bracket(number: place + 1, link: link, from: take(link.actor), to: take(link.forum))
        }
        all.sort { ($0.bottom - $0.top, $0.number) < ($1.bottom - $1.top, $1.number) }
        for place in all.indices {
            let bracket = all[place]
            let taken = all[..<place].filter { $0.top <= bracket.bottom && bracket.top <= $0.bottom }.map(\.lane)
            all[place].lane = (0...all.count).first { !taken.contains($0) } ?? 0
        }
        return all
    }

    private func shape(of bracket: Bracket, lanes: Double) -> Shape {
        let lane = x(bracket.lane, of: lanes)
        let name = bracket.link.isBroken ? "edge-broken" : "edge-whole"
        return .named(
            "\(bracket.number): \(bracket.link.about)",
            [
                .line(x1: edgeStart, y1: bracket.from, x2: lane, y2: bracket.from, class: name),
                .line(x1: lane, y1: bracket.from, x2: lane, y2: bracket.to, class: name),
                .line(x1: edgeStart, y1: bracket.to, x2: lane, y2: bracket.to, class: name),
                .circle(x: edgeStart, y: bracket.from, radius: 3.5, class: "edge-actor"),
                .text("◀", x: edgeStart, y: bracket.to + 4, anchor: .middle, class: "edge-forum"),
            ])
    }

    /// A name over lines of a length that leaves the brackets their room on a telephone; at most four.
    private func lines(of text: String) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ").map(String.init) {
            if let last = lines.last, last.count + 1 + word.count <= longestLine {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(word)
            }
        }
        guard lines.count > 4 else { return lines }
        return Array(lines.prefix(3)) + ["\(lines[3]) …"]
    }
}
