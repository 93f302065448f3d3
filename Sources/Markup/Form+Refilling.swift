extension Form {
    /// The same form with its fields filled in as they were sent, where they were sent.
    ///
    /// Passwords and files are never filled in. What is sent along unseen is what was sent, so that what has been changed
    /// meanwhile shows.
    public func refilled(with values: [String: [String]]) -> Form {
        var form = self
        form.parts = parts.map { Form.refilled($0, values) }
        form.kept = kept.map { kept in Kept(kept.name, values[kept.name]?.first ?? kept.value) }
        return form
    }

    private static func refilled(_ part: Part, _ values: [String: [String]]) -> Part {
        switch part {
        case .field(let field): .field(field.refilled(with: values))
        case .fieldset(let legend, let hint, let parts):
            .fieldset(legend: legend, hint: hint, parts.map { refilled($0, values) })
        case .words: part
        }
    }
}

extension Field {
    func refilled(with values: [String: [String]]) -> Field {
        let sent = values[name]
        let value = sent?.first
        var field = self
        switch kind {
        case .text(let held): field.kind = .text(value: value ?? held)
        case .longText(let held, let rows): field.kind = .longText(value: value ?? held, rows: rows)
        case .number(let held): field.kind = .number(value: value ?? held)
        case .money(let held): field.kind = .money(value: value ?? held)
        case .email(let held): field.kind = .email(value: value ?? held)
        case .day(let held): field.kind = .day(value: value ?? held)
        case .choice(let groups, let held): field.kind = .choice(groups, selected: value ?? held)
        case .radios(let choices, let held): field.kind = .radios(choices, selected: value ?? held)
        // A browser sends nothing of boxes of which none is ticked.
        case .checkboxes(let choices, _): field.kind = .checkboxes(choices, selected: Set(sent ?? []))
        case .dayInThree(let held):
            let names = DayTyped.names(of: name)
            field.kind = .dayInThree(
                DayTyped(
                    day: values[names.day]?.first ?? held.day, month: values[names.month]?.first ?? held.month,
                    year: values[names.year]?.first ?? held.year))
        case .password, .file: break
        }
        return field
    }
}
