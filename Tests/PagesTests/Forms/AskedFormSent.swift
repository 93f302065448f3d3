import Markup
import Testing

@testable import Pages

/// A form of questions as a browser sends it.
enum AskedFormSent {
    /// The fields of the one form of a page, as a browser sends them unchanged.
    static func sent(_ form: some AskedForm) -> SentValues {
        let page = FormPage(
            "Asked", trail: [], form: form, to: "/asked", token: FormToken("t")!, button: .init("Send"))
        let read = ReadPage(page.render(in: Sample.shell).rendered)
        var values: [String: [String]] = [:]
        func plain(_ text: String) -> String {
            ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&amp;": "&"].sorted { $0.key > $1.key }
                .reduce(text) { $1.key == "&amp;" ? $0 : $0.replacing($1.key, with: $1.value) }
                .replacing("&amp;", with: "&")
        }
        for (place, element) in read.elements.enumerated() {
            guard let name = element.attributes["name"] else { continue }
            switch element.name {
            case "input":
                let type = element.attributes["type"] ?? "text"
                if ["radio", "checkbox"].contains(type), element.attributes["checked"] == nil { continue }
                values[name, default: []].append(plain(element.attributes["value"] ?? ""))
            case "textarea":
                values[name, default: []].append(plain(String(element.text.dropFirst())))
            case "select":
                let chosen = read.within(place).first { $0.name == "option" && $0.attributes["selected"] != nil }
                values[name, default: []].append(plain(chosen?.attributes["value"] ?? ""))
            default: break
            }
        }
        return SentValues(values)
    }

    /// What `filled(with:)` writes, `read()` reads back equal: as it is, and from its page.
    static func comesBack<Asked: AskedForm>(_ form: Asked, _ answer: Asked.Answer) {
        var form = form
        form.filled = Asked.filled(with: answer)
        #expect(form.read() == answer, "\(Asked.self), \(form.errors)")
        form.filled = sent(form)
        #expect(form.read() == answer, "\(Asked.self) from its page, \(form.errors)")
    }
}
