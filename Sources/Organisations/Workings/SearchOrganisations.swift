public import Vocabulary

extension OrganisationBook {
    /// The organisations that words find: in a code, a name or a postcode, every word somewhere.
    ///
    /// Looks at every organisation that is listed, about 0.1 s for 60,000.
    ///
    /// - Parameters:
    ///   - words: upper and lower case alike; nothing finds all of the role that are open on the day.
    ///   - role: only these; nil for all.
    /// - Returns: a code that is itself the words first, then those open on the day, each by name and code; none where
    ///   there are neither words nor a role.
    public func search(_ words: String, role: OrganisationRole? = nil, on day: Day) -> [OrganisationCode] {
        let wanted = words.uppercased().split(whereSeparator: \.isWhitespace).map(String.init)
        guard !wanted.isEmpty || role != nil else { return [] }
        struct Found {
            let code: OrganisationCode
            let rank: Int
            let name: String
        }
        let found = codes.compactMap { code -> Found? in
            let statement = statement(of: code, on: day)
            if let role, self.role(of: code, on: day) != role.rawValue { return nil }
            if wanted.isEmpty, standing(of: code, on: day) != .open { return nil }
            let name = (name(of: code, on: day) ?? "").uppercased()
            let postcode = (statement?.value.postcode ?? "").uppercased()
            let joined = postcode.replacing(" ", with: "")
            let isFound = wanted.allSatisfy { word in
                name.contains(word) || code.description.hasPrefix(word) || postcode.hasPrefix(word)
                    || joined == word || postcode.split(separator: " ").contains { $0 == word }
            }
            guard isFound else { return nil }
            let isItself = code.description == words.uppercased()
            return Found(code: code, rank: isItself ? 0 : standing(of: code, on: day) == .open ? 1 : 2, name: name)
        }
        return found.sorted { ($0.rank, $0.name, $0.code) < ($1.rank, $1.name, $1.code) }.map(\.code)
    }

    /// The board under which one file lists each general practice: what a reorganisation is derived from.
    public func boardsOfPractices(in source: String) -> [OrganisationCode: OrganisationCode] {
        var boards: [OrganisationCode: OrganisationCode] = [:]
        for code in tyingCodes {
            let isPractice = statements(of: code).contains {
                $0.source == source && $0.value.role == .generalPractice
            }
            guard isPractice else { continue }
            let tie = relationships(of: code).last { $0.source == source && $0.value.kind == .inGeographyOf }
            if let tie { boards[code] = tie.value.target }
        }
        return boards
    }
}
