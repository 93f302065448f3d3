package import GRDB

/// Providers that the records know: those of contract monitoring that was taken in, and the directory's trusts.
package enum KnownProviders {
    /// Those of the words that are a provider's code, in capitals.
    package static func among(_ words: Set<String>, _ db: Database) throws -> Set<String> {
        guard !words.isEmpty else { return [] }
        let list = words.sorted()
        let places = list.map { _ in "?" }.joined(separator: ", ")
        let codes = try String.fetchAll(
            db,
            sql: """
                SELECT DISTINCT upper(provider) FROM activity_slice WHERE upper(provider) IN (\(places))
                UNION SELECT DISTINCT code FROM listed_organisation WHERE role = 'NHS trust' AND code IN (\(places))
                """, arguments: StatementArguments(list + list))
        return Set(codes)
    }
}
