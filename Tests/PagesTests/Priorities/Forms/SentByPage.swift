import Pages
import TestSupport

extension ReadPage {
    /// What a browser would send of the page's form as it stands: all that is not of the form is not asked for.
    var sent: SentValues {
        var values: [String: [String]] = [:]
        for (place, element) in elements.enumerated() {
            guard let name = element.attributes["name"], name != "csrf", name != "step" else { continue }
            switch element.name {
            case "input":
                let isTicked = element.attributes["checked"] != nil
                guard isTicked || !["radio", "checkbox"].contains(element.attributes["type"] ?? "") else { continue }
                values[name, default: []].append(Self.plain(element.attributes["value"] ?? ""))
            case "textarea":
                // A browser drops one line break at the beginning.
                let text = element.text.hasPrefix("\n") ? String(element.text.dropFirst()) : element.text
                values[name, default: []].append(Self.plain(text))
            case "select":
                let chosen = within(place).first { $0.name == "option" && $0.attributes["selected"] != nil }
                values[name, default: []].append(Self.plain(chosen?.attributes["value"] ?? ""))
            default: continue
            }
        }
        return SentValues(values)
    }

    private static func plain(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}

extension SeededNumbers {
    /// A figure as members give them, or one with all its bits.
    var value: Double {
        mutating get {
            Bool.random(using: &self)
                ? Double(Int.random(in: -1_000...1_000, using: &self)) / 4 : Double.random(in: -1e6...1e6, using: &self)
        }
    }
}
