import Markup
import Testing

@Suite struct FieldTests {
    @Test func `a field's label, hint and error point at it`() {
        let form = Html.asking(
            for: "/contracts", id: "find", label: "Find contracts",
            fields: [
                Field(
                    "q", label: "Name or number", hint: "Part will do", error: "Too long", kind: .text(value: "\"x\""))
            ], kept: [("month", "2024-12")], button: "Find"
        ).rendered
        #expect(form.contains("<label for=\"find-q\">Name or number</label>"))
        #expect(form.contains("aria-describedby=\"find-q-hint find-q-error\" aria-invalid=\"true\""))
        #expect(form.contains("value=\"&quot;x&quot;\""))
        #expect(form.contains("<input type=\"hidden\" name=\"month\" value=\"2024-12\">"))
        #expect(form.contains("method=\"get\""))
        #expect(form.contains("<button type=\"submit\">Find</button>"))
    }

    @Test func `a choice stands in its group and the selected one is marked`() {
        let form = Html.asking(
            for: "/", id: "f", label: "Position",
            fields: [
                Field(
                    "month", label: "Month",
                    kind: .choice(
                        [ChoiceGroup("2024/25", [Choice("2024-04", "April"), Choice("2024-05", "May")])],
                        selected: "2024-05"))
            ], button: "Show"
        ).rendered
        #expect(form.contains("<optgroup label=\"2024/25\"><option value=\"2024-04\">April</option>"))
        #expect(form.contains("<option value=\"2024-05\" selected=\"\">May</option>"))
    }
}
