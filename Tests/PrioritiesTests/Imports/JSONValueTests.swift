import Testing
import Vocabulary

@testable import Priorities

struct JSONValueTests {
    @Test(arguments: ["\u{1B}[2J", "a\u{8}", "\u{0}", "\u{202E}", "\u{9B}31m"])
    func `text that commands a screen is refused at its place`(text: String) {
        let json = object(("options", [object(("id", "a")), object(("title", .text("A" + text)))]))
        let refused = #expect(throws: Refusal.self) { try json.documentRoot(named: "options.yaml") }
        #expect(refused?.code == "control-character")
        #expect(refused?.sentence.hasPrefix("options.yaml: options[1].title holds") == true)
    }

    @Test func `tabs, ends of lines and letters of any script pass`() throws {
        let json = object(("title", "Zähne\tund\r\nمرحبا 👩‍⚕️"))
        #expect(try json.documentRoot(named: "options.yaml") == json)
    }
}
