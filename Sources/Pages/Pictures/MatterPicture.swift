public import Markup
public import Performance
public import Tabular
import Vocabulary

/// The states of a matter of a contract on its route, with where it has been and where it is.
public struct MatterPicture: PictureWithTable {
    public var matter: ContractMatter

    public init(_ matter: ContractMatter) { self.matter = matter }

    public var title: String {
        matter.route == .activity ? "Steps of a matter of activity" : "Steps of a matter of performance"
    }

    public var description: String {
        let been = states.filter { reached($0) != nil && $0 != matter.state }.map(\.inWords)
        let before = been.isEmpty ? "" : " Before: \(been.joined(separator: ", "))."
        return "The matter is now at “\(matter.state.inWords)”.\(before)"
    }

    public var howToRead: String? {
        "From top to bottom; lines at the side pass a state over or lead back. It can be closed from every state."
    }

    /// On the route, in the order in which a matter comes to them.
    private var states: [ContractMatter.State] {
        matter.route == .activity
            ? [.warned, .queried, .inReview, .reviewed, .met, .planned, .closed]
            : [.notified, .inReview, .reviewed, .met, .immediate, .breached, .planned, .excepted, .acted, .closed]
    }

    private func reached(_ state: ContractMatter.State) -> ContractMatter.Step? {
        matter.steps.last { $0.state == state }
    }

    /// From state to state, without those that stay and those that close.
    private var ways: [(from: Int, to: Int)] {
        let states = states
        var seen: [(from: Int, to: Int)] = []
        for one in ContractMatter.transitions where one.route == matter.route && one.to != .closed {
            guard let start = one.from, start != one.to, let from = states.firstIndex(of: start),
                let to = states.firstIndex(of: one.to), !seen.contains(where: { $0 == (from, to) })
            else { continue }
            seen.append((from, to))
        }
        return seen
    }

    /// Ways that pass a state over or lead back, in as few lines side by side as keep them apart.
    private var lanes: [[(from: Int, to: Int)]] {
        func span(_ way: (from: Int, to: Int)) -> ClosedRange<Int> {
            min(way.from, way.to)...max(way.from, way.to)
        }
        var lanes: [[(from: Int, to: Int)]] = []
        for way in ways where way.to != way.from + 1 {
            if let free = lanes.firstIndex(where: { $0.allSatisfy { !span($0).overlaps(span(way)) } }) {
                lanes[free].append(way)
            } else {
                lanes.append([way])
            }
        }
        return lanes
    }

    private static let (row, box, right) = (48.0, 32.0, 72.0)

    public func drawing(in shell: Shell) -> Html {
        let states = states
        func middle(_ place: Int) -> Double { 4 + Double(place) * Self.row + Self.box / 2 }
        var shapes: [Shape] = []
        let lanes = lanes
        for way in ways {
            if way.to == way.from + 1 {
                let (top, bottom) = (middle(way.from) + Self.box / 2, middle(way.to) - Self.box / 2)
                shapes.append(.line(x1: 20, y1: top, x2: 20, y2: bottom, class: "state-way"))
                shapes.append(
                    .polyline(
                        [.init(18.5, bottom - 5), .init(20, bottom), .init(21.5, bottom - 5)], class: "state-way"))
            } else {
                let lane = lanes.firstIndex { $0.contains { $0 == way } } ?? 0
                let side = Self.right + 8 + Double(lane) * (lanes.count > 3 ? 6 : 8)
                let (from, to) = (middle(way.from) + 4, middle(way.to) - 4)
                shapes.append(
                    .polyline(
                        [.init(Self.right, from), .init(side, from), .init(side, to), .init(Self.right, to)],
                        class: "state-way"))
                shapes.append(
                    .polyline(
                        [.init(Self.right + 2, to - 4), .init(Self.right, to), .init(Self.right + 2, to + 4)],
                        class: "state-way"))
            }
        }
        for (place, state) in states.enumerated() {
            let isNow = state == matter.state
            let look = isNow ? "state-now" : reached(state) != nil ? "state-past" : "state-open"
            shapes.append(
                .named(
                    isNow ? "\(state.inWords): now" : state.inWords,
                    [
                        .rectangle(
                            x: 0.5, y: middle(place) - Self.box / 2, width: Self.right - 0.5, height: Self.box,
                            class: look),
                        .text(
                            isNow ? "\(state.inWords), now" : state.inWords, x: 3, y: middle(place) + 4.5,
                            class: isNow ? "in-band" : "tick"),
                    ]))
        }
        let picture = Picture(
            id: "matter", title: title, description: description,
            height: 4 + Double(states.count) * Self.row, shapes: shapes)
        return [
            KeyEntry.list([
                KeyEntry(name: "Now", sample: [.rectangle(x: 0, y: 0, width: 100, height: 12, class: "state-now")]),
                KeyEntry(
                    name: "Was there", sample: [.rectangle(x: 0, y: 0, width: 100, height: 12, class: "state-past")]),
                KeyEntry(
                    name: "Not reached", sample: [.rectangle(x: 0, y: 0, width: 100, height: 12, class: "state-open")]),
            ]), picture.html(),
        ]
    }

    public func table() -> Table {
        var table = Table(
            key: "matter-states", caption: title,
            columns: [.init("state", "State"), .init("reached", "Last reached"), .init("next", "Leads to")])
        for state in states {
            var next: [String] = []
            for one in ContractMatter.transitions
            where one.route == matter.route && one.from == state && one.to != state {
                if !next.contains(one.to.inWords) { next.append(one.to.inWords) }
            }
            table.append([
                .text(state.inWords), .optional(reached(state)?.on, else: "not reached"),
                next.isEmpty ? .absent("nothing") : .text(next.joined(separator: ", ")),
            ])
        }
        return table
    }
}
