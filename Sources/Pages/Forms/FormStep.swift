public import Markup

/// A step of a form whose answers are checked before they are sent.
public enum FormStep: String, Sendable {
    /// Filled in: to be checked.
    case check
    /// Back to the form, with what was filled in.
    case change
    /// Checked: to be recorded.
    case send
    /// What the form is about is taken out.
    case remove

    /// How a form says which step it takes.
    public static let field = "step"

    public func button(_ words: String, _ look: Form.Button.Look = .first) -> Form.Button {
        Form.Button(words, look, sending: Form.Kept(FormStep.field, rawValue))
    }
}

extension SentValues {
    /// Nil when the form is sent for the first time.
    public var step: FormStep? { FormStep(rawValue: self[FormStep.field]) }
}

extension Form {
    /// Answers that are kept unseen while they are read once more, with buttons to send and to change them.
    ///
    /// - Parameters:
    ///   - dropped: fields that are not kept besides the step and the token.
    ///   - more: sent along besides.
    ///   - isChangeable: false where there is no form to go back to.
    static func check(
        _ label: String, to action: Destination, token: FormToken, keeping sent: SentValues,
        besides dropped: Set<String> = [], adding more: [Kept] = [], button: String, look: Button.Look = .first,
        isChangeable: Bool = true, errors: [String] = []
    ) -> Form {
        Form(
            to: action, token: token, id: "check", label: label,
            kept: sent.kept(besides: dropped.union([FormStep.field, FormToken.fieldName])) + more,
            button: FormStep.send.button(button, look),
            others: isChangeable ? [FormStep.change.button("Change the answers", .second)] : [], errors: errors)
    }
}
