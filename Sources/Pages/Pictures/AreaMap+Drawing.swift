#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

public import Markup
import Vocabulary

extension AreaMap {
    /// Of the drawing, in its own unit.
    private static let width = 480.0
    private static let margin = 14.0
    /// Below the map, for the scale.
    private static let foot = 34.0

    public func drawing(in shell: Shell) -> Html { [KeyEntry.list(entries), picture.html(class: "picture map")] }

    /// The map as a file of its own, with title, key and scale in it.
    public func file() -> [UInt8] {
        var drawing = picture
        let lines = titleLines
        let offset = 10 + 16 * Double(lines.count + 1)
        let foot = Double(entries.count) * 16 + 14
        let height = drawing.height
        drawing.shapes =
            lines.enumerated().map { .text($1, x: 1, y: 17 + 16 * Double($0), class: "map-title") }
            + [.text(valueTitle, x: 1, y: 17 + 16 * Double(lines.count), class: "tick")]
            + drawing.shapes.map { $0.moved(down: offset) }
            + entries.enumerated().flatMap { place, entry -> [Shape] in
                let top = height + offset + Double(place) * 16
                return entry.sample.map { $0.moved(down: top).narrowed(to: 24 / AreaMap.width) } + [
                    .text(entry.name, x: 7, y: top + 10, class: "tick")
                ]
            }
        drawing.height = height + offset + foot
        return drawing.file(look: AreaMap.look)
    }

    /// So many letters of a title stand on one line.
    private static let longestLine = 56

    private var titleLines: [String] {
        var lines: [String] = []
        for word in title.split(separator: " ") {
            if let last = lines.last, last.count + word.count < AreaMap.longestLine {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    /// The part of the look that a map needs.
    private static var look: [UInt8] {
        let lines = Look.css.split(separator: 10, omittingEmptySubsequences: false)
        let root = lines.prefix { $0.first != UInt8(ascii: "@") }
        let own = lines.filter { line in
            let text = String(decoding: line, as: UTF8.self)
            return text.hasPrefix(".map-") || text.hasPrefix(".picture text") || text.hasPrefix(".picture .tick")
                || text.hasPrefix(".picture .map-title")
        }
        return Array((Array(root) + own).joined(separator: [10]))
    }

    private var entries: [KeyEntry] {
        let areas = classes.map { entry in
            KeyEntry(
                name: "\(entry.words) (\(counted(entry.areas, "area", "areas")))",
                sample: [.circle(x: 50, y: 6, radius: 5, class: entry.style)])
        }
        let marks = Site.Kind.allCases.filter { kind in sites.contains { $0.kind == kind } }.map { kind in
            KeyEntry(name: kind.inWords, sample: [AreaMap.mark(kind, at: 50, 6, wide: 24)])
        }
        return areas + marks
    }

    private static func mark(_ kind: Site.Kind, at x: Double, _ y: Double, wide: Double) -> Shape {
        let size = kind == .marked ? 9.0 : kind == .usual ? 5 : 3
        return .rectangle(
            x: x - size / 2 / wide * 100, y: y - size / 2, width: size / wide * 100, height: size,
            class: "map-site-\(kind.rawValue)")
    }

    /// A map of the whole, east to the right, flat at its middle.
    private struct Sheet {
        let scale: Double
        let left: Double
        let top: Double
        let narrowing: Double
        let height: Double

        private static let kilometresADegree = 111.195

        init(_ areas: [Area]) {
            let rings = areas.flatMap { $0.outline ?? [] }
            let latitudes = areas.map(\.latitude) + rings.flatMap { AreaMap.points($0).map(\.latitude) }
            let longitudes = areas.map(\.longitude) + rings.flatMap { AreaMap.points($0).map(\.longitude) }
            let (south, north) = (latitudes.min() ?? 0, latitudes.max() ?? 0)
            narrowing = cos((south + north) / 2 * .pi / 180)
            left = longitudes.min() ?? 0
            top = north
            let across = max(((longitudes.max() ?? 0) - left) * narrowing, 0.005)
            let down = max(north - south, 0.005)
            let room = AreaMap.width - 2 * AreaMap.margin
            // Never so high that the scale lies below the screen.
            scale = min(room / across, 1.2 * room / down)
            height = down * scale + 2 * AreaMap.margin
        }

        /// In per cent of the width, and units down.
        func place(_ latitude: Double, _ longitude: Double) -> (x: Double, y: Double) {
            let x = AreaMap.margin + (longitude - left) * narrowing * scale
            return (x / AreaMap.width * 100, AreaMap.margin + (top - latitude) * scale)
        }

        func holds(_ x: Double, _ y: Double) -> Bool { x >= 0 && x <= 100 && y >= 0 && y <= height }

        var unitsAKilometre: Double { scale / Sheet.kilometresADegree }
    }

    /// So many units of the drawing to a degree north.
    var unitsADegree: Double { Sheet(areas).scale }

    /// How much narrower a degree east is in the middle of the map.
    var narrowing: Double { Sheet(areas).narrowing }

    private static func points(_ ring: [Double]) -> [(latitude: Double, longitude: Double)] {
        stride(from: 0, to: ring.count - 1, by: 2).map { (ring[$0], ring[$0 + 1]) }
    }

    var picture: Picture {
        let sheet = Sheet(areas)
        let (places, styles) = (placesOfAreas, styles)
        let people = Double(max(1, areas.reduce(0) { $0 + $1.people }))
        // All circles together cover a quarter of the sheet.
        let factor = (0.25 * AreaMap.width * sheet.height / .pi / people).squareRoot()
        var shapes: [Shape] = []
        // Outlines lie below circles; large circles come first, so that small ones are seen.
        func isBefore(_ one: Int, _ other: Int) -> Bool {
            let (first, second) = (areas[one], areas[other])
            if (first.outline == nil) != (second.outline == nil) { return second.outline == nil }
            return first.people > second.people
        }
        for index in areas.indices.sorted(by: isBefore) {
            let area = areas[index]
            let name = area.name.map { "\($0) (\(area.code))" } ?? area.code
            let value = area.value.map { "\(text($0)) \(valueTitle)" } ?? absent
            let drawn: Shape
            if let outline = area.outline {
                drawn = .outline(
                    outline.map { ring in
                        AreaMap.points(ring).map { point in
                            let at = sheet.place(point.latitude, point.longitude)
                            return Shape.Point(at.x, at.y)
                        }
                    }, class: styles[places[index]])
            } else {
                let at = sheet.place(area.latitude, area.longitude)
                let radius = min(16, max(1.5, factor * Double(area.people).squareRoot()))
                drawn = .circle(x: at.x, y: at.y, radius: radius, class: styles[places[index]])
            }
            shapes.append(.named("\(name): \(value); \(counted(area.people, "person", "people"))", [drawn]))
        }
        for site in sites.sorted(by: { $0.kind != .marked && $1.kind == .marked }) {
            let at = sheet.place(site.latitude, site.longitude)
            guard sheet.holds(at.x, at.y) else { continue }
            shapes.append(
                .named(site.words, [AreaMap.mark(site.kind, at: at.x, at.y, wide: AreaMap.width)]))
        }
        return Picture(
            id: ElementID("map-\(key)"), title: title, description: description,
            height: sheet.height + AreaMap.foot, shapes: shapes + scaleBar(sheet), unitsWide: AreaMap.width)
    }

    private var styles: [String] {
        grouping == .change
            ? ["map-loses", "map-same", "map-gains"] : (0..<5).map { "map-\($0)" } + ["map-none"]
    }

    /// A round number of kilometres, about a quarter of the width.
    private func scaleBar(_ sheet: Sheet) -> [Shape] {
        let most = AreaMap.width / 4 / sheet.unitsAKilometre
        var step = 1.0
        while step * 10 <= most { step *= 10 }
        let kilometres = most >= 5 * step ? 5 * step : most >= 2 * step ? 2 * step : min(step, max(most, 0.1))
        let length = kilometres * sheet.unitsAKilometre / AreaMap.width * 100
        let y = sheet.height + 14
        let words = kilometres >= 1 ? "\(Int(kilometres)) km" : "\(Int((kilometres * 1_000).rounded())) m"
        return [
            .line(x1: 3, y1: y, x2: 3 + length, y2: y, class: "map-scale"),
            .line(x1: 3, y1: y - 4, x2: 3, y2: y + 4, class: "map-scale"),
            .line(x1: 3 + length, y1: y - 4, x2: 3 + length, y2: y + 4, class: "map-scale"),
            .text(words, x: 3 + length, y: y + 4, class: "tick", dx: 6),
        ]
    }
}

extension Shape {
    /// The same further down.
    fileprivate func moved(down: Double) -> Shape {
        switch self {
        case .rectangle(let x, let y, let width, let height, let name, let filling):
            .rectangle(x: x, y: y + down, width: width, height: height, class: name, filling: filling)
        case .line(let x1, let y1, let x2, let y2, let name):
            .line(x1: x1, y1: y1 + down, x2: x2, y2: y2 + down, class: name)
        case .circle(let x, let y, let radius, let name): .circle(x: x, y: y + down, radius: radius, class: name)
        case .polyline(let points, let name):
            .polyline(points.map { Point($0.x, $0.y + down) }, class: name)
        case .polygon(let points, let name): .polygon(points.map { Point($0.x, $0.y + down) }, class: name)
        case .outline(let rings, let name):
            .outline(rings.map { $0.map { Point($0.x, $0.y + down) } }, class: name)
        case .text(let words, let x, let y, let anchor, let name, let dx):
            .text(words, x: x, y: y + down, anchor: anchor, class: name, dx: dx)
        case .named(let words, let shapes): .named(words, shapes.map { $0.moved(down: down) })
        }
    }

    /// A sample of a key, as it is drawn in a part of the width.
    fileprivate func narrowed(to part: Double) -> Shape {
        switch self {
        case .rectangle(let x, let y, let width, let height, let name, let filling):
            .rectangle(x: 2 + x * part, y: y, width: width * part, height: height, class: name, filling: filling)
        case .circle(let x, let y, let radius, let name):
            .circle(x: 2 + x * part, y: y, radius: radius, class: name)
        default: self
        }
    }
}

extension AreaMap.Site.Kind {
    fileprivate var inWords: String {
        switch self {
        case .usual: "a site"
        case .beyond: "a site beyond the border"
        case .marked: "a site that is new, or that a change is about"
        }
    }
}
