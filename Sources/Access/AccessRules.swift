public import Vocabulary

/// Who may: which permissions each role brings, as reviewed.
public struct AccessRules: Hashable, Sendable {
    /// A line for each permission, in the order of the file.
    public let lines: [Line]
    private let places: [Permission: Int]

    /// One permission, and which roles bring it.
    public struct Line: Hashable, Sendable {
        public let permission: Permission
        /// What it allows, as a sentence's end that follows “may”: `see the contracts and their figures`.
        public let title: String
        public let roles: Set<Role>
        /// Who keeps the line.
        public let owner: String
        /// The day by which it is to be looked at again.
        public let reviewBy: Day

        public init(permission: Permission, title: String, roles: Set<Role>, owner: String, reviewBy: Day) {
            self.permission = permission
            self.title = title
            self.roles = roles
            self.owner = owner
            self.reviewBy = reviewBy
        }
    }

    /// - Throws: `Refusal` of kind `input`, code `bad-permissions`: a permission without a line, or with two.
    public init(_ lines: [Line]) throws(Refusal) {
        let without = Permission.allCases.filter { one in !lines.contains { $0.permission == one } }
        guard without.isEmpty, twice(lines.map(\.permission)) == nil else {
            throw Refusal(
                .input, code: "bad-permissions",
                without.isEmpty
                    ? "The permission “\(twice(lines.map(\.permission))!.rawValue)” has two lines."
                    : "No line says who holds \(named(without.map(\.rawValue))).",
                remedy: "Give each permission one line.")
        }
        self.lines = lines
        places = Dictionary(uniqueKeysWithValues: lines.indices.map { (lines[$0].permission, $0) })
    }

    /// The line of a permission.
    public func line(of permission: Permission) -> Line {
        guard let place = places[permission] else { preconditionFailure("every permission has a line") }
        return lines[place]
    }

    /// The roles that bring a permission, in the order of `Role`: for saying who may.
    public func roles(with permission: Permission) -> [Role] {
        let roles = line(of: permission).roles
        return Role.allCases.filter { roles.contains($0) }
    }

    /// Where an account holds a permission on a day.
    public func reach(of account: Account, _ permission: Permission, on day: Day) -> Reach {
        let roles = line(of: permission).roles
        let grants = account.grants(on: day).filter { roles.contains($0.role) }
        if grants.contains(where: { $0.commissioner == nil }) { return .everywhere }
        return .at(Set(grants.compactMap(\.commissioner)))
    }

    /// True where an account holds a permission for a commissioner's rounds, committees and contracts on a day.
    ///
    /// - Parameter commissioner: nil for what is of the whole installation: a grant for one commissioner gives nothing
    ///   there.
    public func may(
        _ account: Account, _ permission: Permission, for commissioner: OrganisationCode?, on day: Day
    ) -> Bool {
        reach(of: account, permission, on: day).covers(commissioner)
    }

    /// True where an account holds a permission at some commissioner or at all, so that a page may open for it; what the
    /// page then shows is what the reach covers.
    public func maySomewhere(_ account: Account, _ permission: Permission, on day: Day) -> Bool {
        !reach(of: account, permission, on: day).isNowhere
    }

    /// Where a permission is held.
    public enum Reach: Hashable, Sendable {
        /// At all commissioners, and for what is of the whole installation.
        case everywhere
        /// At these only; nowhere where there is none.
        case at(Set<OrganisationCode>)

        public var isNowhere: Bool { self == .at([]) }

        /// - Parameter commissioner: nil for what is of the whole installation.
        public func covers(_ commissioner: OrganisationCode?) -> Bool {
            switch self {
            case .everywhere: true
            case .at(let commissioners): commissioner.map { commissioners.contains($0) } ?? false
            }
        }
    }
}
