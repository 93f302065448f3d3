import Markup
import Testing

@Suite struct FormTests {
    private static let token = FormToken("t0ken")!

    private func form(_ parts: [Form.Part], errors: [String] = []) -> Form {
        Form(
            to: "/people/add", token: Self.token, id: "add", label: "Add a person", parts: parts,
            kept: [.init("revision", "12")], button: .init("Add"), errors: errors)
    }

    private func field(_ name: String, _ kind: Field.Kind, error: String? = nil) -> Form.Part {
        .field(Field(name, label: "Label of \(name)", error: error, kind: kind))
    }

    @Test func `a form is posted with its token and what is kept`() {
        let html = form([]).html.rendered
        #expect(html.contains("action=\"/people/add\" method=\"post\" aria-label=\"Add a person\""))
        #expect(html.contains("<input type=\"hidden\" name=\"csrf\" value=\"t0ken\">"))
        #expect(html.contains("<input type=\"hidden\" name=\"revision\" value=\"12\">"))
        #expect(html.contains("<button type=\"submit\" class=\"button-first\">Add</button>"))
        #expect(!html.contains("enctype"))
    }

    @Test func `a token cannot be blank`() {
        #expect(FormToken("") == nil && FormToken(" \n") == nil && FormToken("a") != nil)
    }

    @Test func `a form with a file, in a fieldset too, is sent in parts`() {
        let html = form([.fieldset(legend: "The file", [field("data", .file(accepting: [".csv", ".xlsx"]))])]).html
            .rendered
        #expect(html.contains("enctype=\"multipart/form-data\""))
        #expect(html.contains("type=\"file\" accept=\".csv,.xlsx\""))
        #expect(html.contains("<fieldset class=\"fieldset\"><legend>The file</legend>"))
    }

    @Test func `a password is never sent back, and says what a browser may fill in`() {
        let html = form([
            .field(Field("password", label: "Password", kind: .password, purpose: .currentPassword))
        ]).html.rendered
        #expect(html.contains("type=\"password\" autocomplete=\"current-password\">"))
    }

    @Test func `each radio and checkbox has a label, and the group a legend`() {
        let choices = [Choice("yes", "Yes", hint: "It was asked for"), Choice("no", "No")]
        let html = form([
            field("agreed", .radios(choices, selected: "no")), field("roles", .checkboxes(choices, selected: ["yes"])),
        ]).html.rendered
        #expect(html.contains("<fieldset class=\"field\"><legend>Label of agreed</legend>"))
        #expect(html.contains("<label for=\"add-agreed\">Yes</label>"))
        #expect(html.contains("aria-describedby=\"add-agreed-about\""))
        #expect(html.contains("id=\"add-agreed-2\" name=\"agreed\" type=\"radio\" value=\"no\" checked=\"\""))
        #expect(html.contains("id=\"add-roles\" name=\"roles\" type=\"checkbox\" value=\"yes\""))
        #expect(html.ranges(of: "checked=").count == 2)
    }

    @Test func `a day is typed in three fields`() {
        let html = form([field("from", .dayInThree(DayTyped(day: "31", month: "x", year: "2026")))]).html.rendered
        #expect(html.contains("<label for=\"add-from-day\">Day</label><input id=\"add-from-day\" name=\"from-day\""))
        #expect(html.contains("name=\"from-month\" type=\"text\" value=\"x\" inputmode=\"numeric\""))
        #expect(html.contains("name=\"from-year\""))
    }

    @Test func `a long text keeps its own first line break and cannot end its field`() {
        let html = form([field("why", .longText(value: "\n</textarea><script>"))]).html.rendered
        #expect(html.contains(">\n\n&lt;/textarea&gt;&lt;script&gt;</textarea>"))
    }

    @Test func `an amount has its sign before it, a number no arrows`() {
        let html = form([field("amount", .money(value: "12.50")), field("count", .number(value: "3"))]).html.rendered
        #expect(html.contains("<span aria-hidden=\"true\" class=\"pound\">£</span><input"))
        #expect(html.contains("inputmode=\"decimal\"") && html.contains("inputmode=\"numeric\""))
        #expect(!html.contains("type=\"number\""))
    }

    @Test func `the error summary leads to each field that is wrong, in order, and is absent without errors`() {
        let kinds: [(String, Field.Kind, String)] = [
            ("name", .text(value: ""), "add-name"), ("from", .dayInThree(DayTyped()), "add-from-day"),
            ("role", .radios([Choice("a", "A"), Choice("b", "B")], selected: nil), "add-role"),
        ]
        let wrong = form(
            [.fieldset(legend: "All", kinds.map { field($0.0, $0.1, error: "Wrong: \($0.0)") })],
            errors: ["It cannot be done now."])
        let summary = wrong.errorSummary.rendered
        let whole = wrong.html.rendered
        #expect(wrong.isInError)
        #expect(summary.contains("role=\"alert\"") && summary.contains("There is a problem"))
        let targets = summary.matches(of: /href="#([^"]*)"/).map { String($0.1) }
        #expect(targets == ["add"] + kinds.map(\.2))
        for target in targets { #expect(whole.contains("id=\"\(target)\""), "\(target)") }
        #expect(whole.contains("<span class=\"unseen\">Error: </span>Wrong: name"))
        #expect(form([field("name", .text(value: ""))]).errorSummary.isEmpty)
        #expect(!form([]).isInError)
    }

    @Test func `of several buttons each tells that it was pressed`() {
        var several = form([])
        several.others = [
            Form.Button("Save for later", .second, sending: .init("then", "later")),
            Form.Button("Withdraw", .warning, sending: .init("then", "withdraw")),
        ]
        let html = several.html.rendered
        #expect(html.contains("class=\"button-second\" name=\"then\" value=\"later\">Save for later"))
        #expect(html.contains("class=\"button-warning\" name=\"then\" value=\"withdraw\">Withdraw"))
    }

    @Test(arguments: [
        Field.Kind.text(value: hostile), .longText(value: hostile), .number(value: hostile), .money(value: hostile),
        .email(value: hostile), .choice([ChoiceGroup(hostile, [Choice(hostile, hostile)])], selected: hostile),
        .radios([Choice(hostile, hostile, hint: hostile)], selected: hostile),
        .checkboxes([Choice(hostile, hostile)], selected: [hostile]), .day(value: hostile),
        .dayInThree(DayTyped(day: hostile, month: hostile, year: hostile)), .file(accepting: [hostile]),
    ])
    func `whatever was given is text`(kind: Field.Kind) {
        let form = Form(
            to: "/a", token: FormToken(hostile)!, id: "f", label: hostile,
            parts: [.field(Field(hostile, label: hostile, hint: hostile, error: hostile, kind: kind))],
            kept: [.init(hostile, hostile)], button: .init(hostile, sending: .init(hostile, hostile)), errors: [hostile]
        )
        let html = form.html.rendered + form.errorSummary.rendered
        #expect(!html.contains("<script") && !html.contains("\" on"))
    }
}

private let hostile = "\" onfocus=\"alert(1)\"><script>alert('x')</script>"

@Suite struct NoticeTests {
    @Test func `what was done is read out at once, what is important stands as a region`() {
        let done = Html.notification(.done, title: "Done", [.paragraph("Ada was added.")]).rendered
        #expect(done.contains("role=\"alert\" aria-labelledby=\"notice-title\""))
        let important = Html.notification(.important, title: "Important", id: "due", []).rendered
        #expect(important.contains("role=\"region\" aria-labelledby=\"due-title\""))
        #expect(important.contains("id=\"due-title\""))
    }

    @Test func `a link of a summary list says what it changes`() {
        let list = Html.summaryList([
            .init("E-mail", "ada@example.org", links: [("Change", "/account/email")]), .init("Name", "Ada"),
        ]).rendered
        #expect(list.contains("<dt>E-mail</dt><dd>ada@example.org</dd>"))
        #expect(
            list.contains("<a href=\"/account/email\">Change<span class=\"unseen\">: E-mail</span></a>"))
        #expect(list.ranges(of: "class=\"actions\"").count == 1)
    }
}
