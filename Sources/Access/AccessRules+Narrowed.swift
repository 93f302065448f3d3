extension AccessRules {
    /// The same rules for somebody who comes with less than all their roles bring: what is not named, nobody may.
    ///
    /// - Parameter permissions: those that are left, as far as roles bring them.
    public func narrowed(to permissions: Set<Permission>) -> AccessRules {
        let narrowed = lines.map { line in
            Line(
                permission: line.permission, title: line.title,
                roles: permissions.contains(line.permission) ? line.roles : [], owner: line.owner,
                reviewBy: line.reviewBy)
        }
        do { return try AccessRules(narrowed) } catch { preconditionFailure("each line is there once: \(error)") }
    }
}
