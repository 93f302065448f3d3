import HTTPTypes
import Hummingbird
import Vocabulary

/// The header fields of an act.
struct CallHead: Sendable {
    let basis: ApiBasis?
    let key: String?

    static let longestKey = 200

    init(_ request: Request, _ call: ApiCall) throws(ApiProblem) {
        guard call.isAct else {
            (basis, key) = (nil, nil)
            return
        }
        if let field = request.headers[.ifMatch] {
            guard let basis = ApiBasis(field) else {
                throw ApiProblem(
                    .badRequest, code: "if-match-unreadable", "The If-Match field holds no revision of ours.",
                    remedy: "Send what ETag said, such as \"r12\", or * for whatever stands.")
            }
            self.basis = basis
        } else {
            basis = nil
        }
        key = request.headers[HTTPField.Name("Idempotency-Key")!]
        if let key {
            let isPlain = key.utf8.allSatisfy { (33...126).contains($0) }
            guard (1...CallHead.longestKey).contains(key.utf8.count), isPlain else {
                throw ApiProblem(
                    .badRequest, code: "key-unreadable",
                    "The Idempotency-Key holds 1 to \(CallHead.longestKey) letters, digits and marks, and no blanks.")
            }
        }
    }
}

extension HTTPField.Name {
    fileprivate static let ifMatch = HTTPField.Name("If-Match")!
}
