import Pages
import Testing

@Suite struct LookTests {
    static let css = String(decoding: Look.css, as: UTF8.self)

    /// Colours by name, in the light and with the dark ones laid over them.
    static let themes: [(name: String, colours: [String: String])] = {
        let blocks = css.matches(of: /:root \{([^}]*)\}/).map { String($0.1) }
        func colours(_ block: String) -> [String: String] {
            var found: [String: String] = [:]
            for match in block.matches(of: /--([a-z-]+): (#[0-9a-f]{6})/) { found[String(match.1)] = String(match.2) }
            return found
        }
        let light = colours(blocks[0])
        return [("light", light), ("dark", light.merging(colours(blocks[1])) { $1 })]
    }()

    /// Reference: WCAG 2.2, "relative luminance" and "contrast ratio".
    static func contrast(_ first: String, _ second: String) -> Double {
        func luminance(_ colour: String) -> Double {
            let value = Int(colour.dropFirst(), radix: 16) ?? 0
            let parts = [16, 8, 0].map { shift -> Double in
                let part = Double((value >> shift) & 255) / 255
                return part <= 0.04045 ? part / 12.92 : power((part + 0.055) / 1.055)
            }
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        }
        let pair = [luminance(first), luminance(second)].sorted()
        return (pair[1] + 0.05) / (pair[0] + 0.05)
    }

    /// The 2.4th power, as the square times the fifth root of the square, by Newton's method.
    private static func power(_ base: Double) -> Double {
        let square = base * base
        var root = max(square, 0.1)
        for _ in 0..<60 { root = (4 * root + square / (root * root * root * root)) / 5 }
        return square * root
    }

    @Test func `contrast is calculated as published`() {
        #expect(abs(Self.contrast("#000000", "#ffffff") - 21) < 0.01)
        #expect(abs(Self.contrast("#767676", "#ffffff") - 4.54) < 0.01)
    }

    @Test(arguments: [
        ("ink", "paper"), ("ink", "quiet"), ("soft", "paper"), ("soft", "quiet"), ("accent", "paper"),
        ("accent", "quiet"), ("accent-deep", "paper"), ("accent-deep", "quiet"), ("on-accent", "accent"),
        ("on-accent", "accent-deep"), ("on-focus", "focus"), ("warning", "warning-paper"), ("ink", "warning-paper"),
        ("on-locked", "locked"), ("on-pale", "unclear"), ("on-pale", "recurrent"), ("on-pale", "non-recurrent"),
        ("ink", "band"), ("accent", "warning-paper"), ("short", "paper"),
    ])
    func `text stands out from its ground by 4.5 to 1, by day and by night`(text: String, ground: String) throws {
        for theme in Self.themes {
            let ratio = Self.contrast(try #require(theme.colours[text]), try #require(theme.colours[ground]))
            #expect(ratio >= 4.5, "\(theme.name): \(ratio)")
        }
    }

    @Test(arguments: [
        ("edge", "paper"), ("locked", "paper"), ("unclear-mark", "paper"), ("recurrent-mark", "paper"),
        ("non-recurrent-mark", "paper"), ("short", "paper"), ("met", "paper"), ("over", "paper"),
        ("last-year", "paper"), ("unclear-mark", "unclear"), ("recurrent-mark", "recurrent"),
        ("non-recurrent-mark", "non-recurrent"), ("edge", "quiet"),
    ])
    func `lines, bars and borders stand out by 3 to 1`(mark: String, ground: String) throws {
        for theme in Self.themes {
            let ratio = Self.contrast(try #require(theme.colours[mark]), try #require(theme.colours[ground]))
            #expect(ratio >= 3, "\(theme.name): \(ratio)")
        }
    }

    @Test func `nothing is fetched from elsewhere`() {
        #expect(!Self.css.contains("url(") && !Self.css.contains("@import") && !Self.css.contains("http"))
        #expect(!Self.css.contains("</"))
    }

    @Test func `the look knows night, motion, print and forced colours`() {
        for query in ["prefers-color-scheme: dark", "prefers-reduced-motion", "@media print", "forced-colors"] {
            #expect(Self.css.contains(query))
        }
    }
}
