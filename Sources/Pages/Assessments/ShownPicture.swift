import Markup
public import Vocabulary

/// A map or a funnel that stands over the table of an assessment's figure: kept as what it is drawn from, and drawn
/// anew where it is shown.
public enum ShownPicture: Sendable {
    case map(AreaMap)
    case funnel(FunnelPicture)

    private enum Kind: String { case map, funnel }

    /// - Parameters:
    ///   - json: what `json` wrote; it may come from anybody's file.
    ///   - key: the stem of its ids, so that two in a document differ.
    /// - Returns: nil for what is no picture, or holds figures that cannot be drawn.
    public init?(_ json: JSONValue?, key: String) {
        guard let json, case .text(let word)? = json["kind"], let kind = Kind(rawValue: word), let drawn = json["drawn"]
        else { return nil }
        switch kind {
        case .map:
            guard var map = try? drawn.decoded(as: AreaMap.self, named: "map"), map.canBeDrawn else { return nil }
            map.key = key
            self = .map(map)
        case .funnel:
            guard var funnel = try? drawn.decoded(as: FunnelPicture.self, named: "funnel"), funnel.canBeDrawn else {
                return nil
            }
            funnel.key = key
            self = .funnel(funnel)
        }
    }

    public var json: JSONValue {
        switch self {
        case .map(let map): ["kind": .text(Kind.map.rawValue), "drawn": JSONValue(encoding: map)]
        case .funnel(let funnel): ["kind": .text(Kind.funnel.rawValue), "drawn": JSONValue(encoding: funnel)]
        }
    }

    /// Without its figures, which stand below it.
    func html(in shell: Shell) -> Html {
        switch self {
        case .map(let map): map.figureOverItsTable(in: shell)
        case .funnel(let funnel): funnel.figureOverItsTable(in: shell)
        }
    }
}

/// What fits on a page, and in the numbers of a drawing.
private enum Drawable {
    static let most = 60_000
    /// Of all outlines together.
    static let mostPoints = 600_000
    static func isValue(_ value: Double) -> Bool { value.isFinite && value.magnitude < 1e12 }
    static func isPlace(_ latitude: Double, _ longitude: Double) -> Bool {
        (-89.0...89).contains(latitude) && (-180.0...180).contains(longitude)
    }
}

extension AreaMap {
    fileprivate var canBeDrawn: Bool {
        !areas.isEmpty && areas.count + sites.count <= Drawable.most && (0...6).contains(places)
            && areas.allSatisfy {
                Drawable.isPlace($0.latitude, $0.longitude) && (0...1_000_000_000).contains($0.people)
                    && Drawable.isValue($0.value ?? 0) && AreaMap.canBeDrawn($0.outline ?? [])
            } && areas.reduce(0) { $0 + ($1.outline ?? []).reduce(0) { $0 + $1.count / 2 } } <= Drawable.mostPoints
            && sites.allSatisfy { Drawable.isPlace($0.latitude, $0.longitude) }
    }
}

extension AreaMap {
    fileprivate static func canBeDrawn(_ outline: [[Double]]) -> Bool {
        outline.allSatisfy { ring in
            ring.count >= 8 && ring.count % 2 == 0
                && stride(from: 0, to: ring.count, by: 2).allSatisfy { Drawable.isPlace(ring[$0], ring[$0 + 1]) }
        }
    }
}

extension FunnelPicture {
    fileprivate var canBeDrawn: Bool {
        !points.isEmpty && points.count <= Drawable.most && limits.count <= Drawable.most && levels.count <= 5
            && Drawable.isValue(average)
            && points.allSatisfy { Drawable.isValue($0.value) && Drawable.isValue($0.size) && $0.size >= 0 }
            && limits.allSatisfy { limit in
                Drawable.isValue(limit.size)
                    && limit.bounds.allSatisfy { Drawable.isValue($0.low) && Drawable.isValue($0.high) }
            }
    }
}
