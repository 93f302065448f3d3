import Testing

@testable import Markup

/// A form that is shown again holds what was typed, and nothing that must not be held.
struct FormRefillingTests {
    private static let form = Form(
        to: "/a", token: FormToken("t")!, id: "f", label: "A",
        parts: [
            .field(Field("text", label: "Text", kind: .text(value: "old"))),
            .fieldset(
                legend: "More",
                [
                    .field(Field("long", label: "Long", kind: .longText(value: ""))),
                    .field(Field("day", label: "Day", kind: .dayInThree(DayTyped()))),
                    .field(
                        Field(
                            "one", label: "One", kind: .radios([Choice("a", "A"), Choice("b", "B")], selected: "a"))),
                    .field(
                        Field(
                            "any", label: "Any",
                            kind: .checkboxes([Choice("a", "A"), Choice("b", "B")], selected: ["a"]))),
                ]),
            .field(Field("password", label: "Password", kind: .password)),
            .field(Field("other", label: "Other", kind: .money(value: "5"))),
        ], kept: [.init("revision", "9")], button: .init("Send"))

    @Test func `every kind of field holds what was sent, and one that was not sent what it held`() {
        let names = DayTyped.names(of: "day")
        let html = Self.form.refilled(with: [
            "text": ["new"], "long": ["two\nlines"], names.day: ["3"], names.month: ["4"], names.year: ["2027"],
            "one": ["b"], "any": ["b"], "password": ["hunter2"], "revision": ["7"],
        ]).html.rendered
        for part in [
            "value=\"new\"", "two\nlines</textarea>", "value=\"2027\"", "value=\"7\"", "value=\"5\"",
        ] {
            #expect(html.contains(part), "\(part)")
        }
        #expect(!html.contains("hunter2") && !html.contains("value=\"old\"") && !html.contains("value=\"9\""))
        #expect(html.ranges(of: " checked").count == 2)
    }
}
