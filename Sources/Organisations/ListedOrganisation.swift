public import Vocabulary

/// An organisation as one file lists it.
public struct ListedOrganisation: Hashable, Sendable {
    public var code: OrganisationCode
    /// As the file writes it.
    public var name: String
    public var role: OrganisationRole
    /// Nil where the file says nothing of it.
    public var status: Status?
    /// The first day on which it was open; nil where the file does not say.
    public var opened: Day?
    /// The last day on which it was open; nil where the file does not say or it is open.
    public var closed: Day?
    public var postcode: String?
    /// The code by which the Office for National Statistics calls its area: `E54000050`.
    public var onsCode: OrganisationCode?

    public enum Status: String, Hashable, Sendable, CaseIterable {
        case active, closed, dormant, proposed
    }

    public init(
        code: OrganisationCode, name: String, role: OrganisationRole, status: Status? = nil, opened: Day? = nil,
        closed: Day? = nil, postcode: String? = nil, onsCode: OrganisationCode? = nil
    ) {
        self.code = code
        self.name = name
        self.role = role
        self.status = status
        self.opened = opened
        self.closed = closed
        self.postcode = postcode
        self.onsCode = onsCode
    }

    /// True where nothing that the file says speaks against its being open on the day.
    public func isOpen(on day: Day) -> Bool {
        (opened.map { $0 <= day } ?? true) && (closed.map { day <= $0 } ?? true)
    }
}
