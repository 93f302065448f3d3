package import GRDB
package import Vocabulary

extension Journal {
    /// When somebody last did something before a moment; nil where they never did.
    package static func lastAct(of author: Author, before moment: Moment, _ db: Database) throws -> Moment? {
        try String.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT max(at) FROM journal
                    WHERE authorId = (SELECT id FROM author WHERE name = ?) AND at < ?
                    """),
            arguments: [author.description, moment.description]
        ).flatMap { Moment(text: $0) }
    }
}
