import Tabular
public import Vocabulary

/// The matrix of who may, as people keep it: a row for each permission, a column for each role.
///
/// Columns: `permission` (a `Permission`), `title`, each `Role` by its name with `yes` or `no` in every cell, `owner`,
/// `reviewBy`.
public enum PermissionsFile {
    private static let columns =
        ["permission", "title"] + Role.allCases.map(\.rawValue) + ["owner", "reviewBy"]

    /// - Throws: `Refusal` of kind `input`: `bad-definitions` with row and column of every fault; `bad-permissions`
    ///   where a permission has no row or two.
    public static func read(_ bytes: [UInt8], named name: String) throws(Refusal) -> AccessRules {
        let lines: [AccessRules.Line] = try Definitions.read(bytes, named: name, columns: columns) { row in
            let permission = Permission(rawValue: row.text("permission"))
            if permission == nil { row.fault("permission", "is no permission") }
            let title = row.required("title")
            var roles: Set<Role> = []
            for role in Role.allCases where row.flag(role.rawValue) == true { roles.insert(role) }
            let owner = row.required("owner")
            let reviewBy = row.day("reviewBy")
            guard let permission, let title, let owner, let reviewBy else { return nil }
            return AccessRules.Line(
                permission: permission, title: title, roles: roles, owner: owner, reviewBy: reviewBy)
        }
        return try AccessRules(lines)
    }
}

extension AccessRules {
    /// The file that comes with Remit, byte for byte.
    public static var shippedFile: [UInt8] { PackageResources.permissions_csv }

    /// The rules that come with Remit.
    public static let shipped: AccessRules = {
        do throws(Refusal) {
            return try PermissionsFile.read(shippedFile, named: "permissions.csv")
        } catch {
            preconditionFailure("the permissions that come with Remit can be read: \(error.sentence)")
        }
    }()
}

extension Permission {
    /// What it allows, as a sentence's end that follows “may”.
    public var title: String { AccessRules.shipped.line(of: self).title }

    /// The same said to whoever holds it: “declare your own interests”.
    public var titleForHolder: String { title.replacing("their own", with: "your own") }
}
