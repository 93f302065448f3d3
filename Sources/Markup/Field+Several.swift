extension Field {
    /// The controls of a field that has several: each with a label.
    func several(_ id: ElementID) -> Html {
        switch kind {
        case .radios(let choices, let selected):
            ticked(choices, as: "radio", id) { $0 == selected }
        case .checkboxes(let choices, let selected):
            ticked(choices, as: "checkbox", id) { selected.contains($0) }
        case .dayInThree(let typed): parts(of: typed, id)
        default: .none
        }
    }

    /// The first has the identifier of the field, so that an error summary leads there.
    private func ticked(_ choices: [Choice], as type: String, _ id: ElementID, _ isOn: (String) -> Bool) -> Html {
        .block(
            choices.enumerated().map { place, choice in
                let own = place == 0 ? id : id.part(String(place + 1))
                let hint = choice.hint.map { Html.paragraph(.text($0), id: own.part("about"), class: "hint") }
                let attributes =
                    [
                        Attribute(.id, own.description), Attribute(.name, name), Attribute(.type, type),
                        Attribute(.value, choice.value),
                    ] + (hint == nil ? [] : [Attribute(.ariaDescribedBy, own.part("about").description)])
                    + (isOn(choice.value) ? [Attribute(.checked, "")] : [])
                return .block(
                    [
                        .element(.input, attributes),
                        .element(.label, [Attribute(.for, own.description)], [.text(choice.words)]), hint.orNone,
                    ], class: "tick")
            }, class: "ticks")
    }

    private func parts(of typed: DayTyped, _ id: ElementID) -> Html {
        let names = DayTyped.names(of: name)
        let parts = [
            ("day", "Day", names.day, typed.day), ("month", "Month", names.month, typed.month),
            ("year", "Year", names.year, typed.year),
        ]
        return .block(
            parts.map { part, words, name, value in
                let own = id.part(part)
                let attributes = [
                    Attribute(.id, own.description), Attribute(.name, name), Attribute(.type, "text"),
                    Attribute(.value, value), Attribute(.inputmode, "numeric"), Attribute(.autocomplete, "off"),
                    Attribute(.class, "part-\(part)"),
                ]
                return .block([
                    .element(.label, [Attribute(.for, own.description)], [.text(words)]),
                    .element(.input, attributes),
                ])
            }, class: "day-parts")
    }
}
