/// A part of a text that becomes a page, a Word document or lines: minutes, an agenda, a needs assessment.
public enum TextBlock: Sendable {
    /// - Parameter level: 1 to 3; the title stands above level 1.
    case heading(String, level: Int)
    case paragraph(String)
    case bullets([String])
    case table(Table)
}
