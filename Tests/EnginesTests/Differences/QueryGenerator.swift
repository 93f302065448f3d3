/// Makes queries over the common ground of SQL, the same for the same seed.
///
/// They ask of `t` (id, k text, g whole, m and q decimals, d day, b flag; all but id may be missing) and `s` (g, name, rate,
/// fromDay, untilDay).
struct QueryGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    /// Xorshift: what matters is that it is the same everywhere.
    private mutating func draw(_ count: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 33) % count
    }

    private mutating func one(_ choices: [String]) -> String { choices[draw(choices.count)] }

    // MARK: - Queries

    mutating func query() -> String {
        switch draw(7) {
        case 0: rows()
        case 1: sums()
        case 2: window()
        case 3: join()
        case 4: nested()
        case 5: union()
        default: existence()
        }
    }

    private mutating func rows() -> String {
        let (first, second) = (money("t", 3), text("t", 2))
        let (day, order) = (self.day("t"), one(["m", "d", "k", "g"]))
        return """
            SELECT t.id, \(first) AS a, \(second) AS b, \(day) AS c, \(flag("t", 2)) AS e
            FROM t WHERE \(condition("t", 3))
            ORDER BY t.\(order) \(one(["ASC", "DESC"])) \(one(["NULLS FIRST", "NULLS LAST"])), t.id LIMIT \(20 + draw(400))
            """
    }

    private mutating func sums() -> String {
        let key = one(["t.g", "t.b", "substr(t.k, 1, 1)", "extract(YEAR FROM t.d)", "t.g, t.b"])
        let having = draw(2) == 0 ? "" : " HAVING count(*) > \(draw(200))"
        return """
            SELECT \(key), count(*) AS n, \(aggregate("t")) AS a, \(aggregate("t")) AS c,
                sum(\(money("t", 1))) FILTER (WHERE \(condition("t", 2))) AS e
            FROM t WHERE \(condition("t", 2)) GROUP BY \(key)\(having)
            """
    }

    private mutating func window() -> String {
        let over =
            "PARTITION BY t.\(one(["g", "b", "k"])) ORDER BY t.\(one(["d", "m", "k"])) \(one(["NULLS FIRST", "NULLS LAST"])), t.id"
        let value = one([
            "row_number() OVER (\(over))", "lag(t.m) OVER (\(over))", "lead(t.d, 2) OVER (\(over))",
            "sum(t.m) OVER (\(over) ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)",
            "count(t.m) OVER (\(over) ROWS BETWEEN 3 PRECEDING AND 1 FOLLOWING)",
            "first_value(t.k) OVER (\(over))", "max(t.q) OVER (PARTITION BY t.g)",
        ])
        return "SELECT t.id, \(value) AS a, \(money("t", 2)) AS c FROM t WHERE \(condition("t", 1))"
    }

    private mutating func join() -> String {
        let kind = one(["JOIN", "LEFT JOIN"])
        let more = draw(2) == 0 ? "" : " AND t.d >= s.fromDay AND t.d < COALESCE(s.untilDay, DATE '9999-12-31')"
        if draw(2) == 0 {
            return """
                SELECT t.id, s.name, ROUND(t.m * s.rate, 2) AS due, \(money("t", 2)) AS a
                FROM t \(kind) s ON s.g = t.g\(more) WHERE \(condition("t", 2))
                """
        }
        return """
            SELECT s.name, count(*) AS n, sum(ROUND(t.m * s.rate, 2)) AS due, min(\(day("t"))) AS c
            FROM t \(kind) s ON s.g = t.g\(more) WHERE \(condition("t", 2)) GROUP BY s.name
            """
    }

    private mutating func nested() -> String {
        """
        WITH few AS (SELECT g, d, sum(m) AS m, count(*) AS n, max(id) AS id FROM t WHERE \(condition("t", 2)) GROUP BY g, d)
        SELECT u.g, u.n, u.m, u.m - o.m AS off FROM few u
        LEFT JOIN few o ON o.g = u.g AND o.d < u.d AND u.d < o.d + INTERVAL '\(1 + draw(3))' MONTH
        WHERE u.m > \(draw(2000)) OR u.m IS NULL
        """
    }

    private mutating func union() -> String {
        """
        SELECT g, sum(m) AS m FROM (
            SELECT g, \(money("t", 2)) AS m FROM t WHERE \(condition("t", 1))
            UNION ALL SELECT g, q AS m FROM t WHERE \(condition("t", 1))
        ) u GROUP BY g
        """
    }

    private mutating func existence() -> String {
        """
        SELECT DISTINCT t.g, t.b, \(text("t", 1)) AS a FROM t
        WHERE \(one(["EXISTS", "NOT EXISTS"])) (SELECT 1 FROM s WHERE s.g = t.g AND t.d >= s.fromDay) AND \(condition("t", 2))
        """
    }

    // MARK: - Values

    private mutating func aggregate(_ table: String) -> String {
        one([
            "sum(\(money(table, 2)))", "count(DISTINCT \(table).k)", "min(\(table).m)", "max(\(day(table)))",
            "min(\(text(table, 1)))", "sum(CASE WHEN \(condition(table, 2)) THEN 1 ELSE 0 END)",
            "count(\(table).q)", "max(CASE WHEN \(condition(table, 1)) THEN \(table).k END)",
        ])
    }

    private mutating func money(_ table: String, _ depth: Int) -> String {
        guard depth > 0 else {
            return one(["\(table).m", "\(table).q", "12.50", "0", "-0.0050", "\(table).g"])
        }
        let (first, second) = (money(table, depth - 1), money(table, 0))
        return switch draw(10) {
        case 0: "(\(first) + \(second))"
        case 1: "(\(first) - \(second))"
        case 2: "ROUND(\(table).m * \(table).q, \(draw(4)))"
        case 3: "COALESCE(\(first), \(second))"
        case 4: "ABS(\(first))"
        case 5: "CASE WHEN \(condition(table, depth - 1)) THEN \(first) ELSE \(second) END"
        case 6: "GREATEST(0, \(first))"
        case 7: "CAST(\(table).q * \(table).m AS DECIMAL(18,\(draw(4))))"
        case 8: "ROUND(\(first), \(draw(3)))"
        default: "NULLIF(\(first), \(second))"
        }
    }

    private mutating func text(_ table: String, _ depth: Int) -> String {
        guard depth > 0 else { return "\(table).k" }
        return switch draw(5) {
        case 0: "COALESCE(\(text(table, depth - 1)), 'none')"
        case 1: "substr(\(text(table, depth - 1)), 1, \(1 + draw(3)))"
        case 2: "\(text(table, depth - 1)) || '-' || \(text(table, 0))"
        case 3: "CASE WHEN \(condition(table, depth - 1)) THEN \(table).k ELSE 'é' END"
        default: "\(table).k"
        }
    }

    private mutating func day(_ table: String) -> String {
        one([
            "\(table).d", "COALESCE(\(table).d, DATE '2025-04-01')", "CAST(\(table).d + INTERVAL '1' MONTH AS DATE)",
            "CAST(\(table).d - INTERVAL '30' DAY AS DATE)", "LEAST(\(table).d, DATE '2025-06-30')",
        ])
    }

    private mutating func flag(_ table: String, _ depth: Int) -> String {
        draw(2) == 0 ? "\(table).b" : "(\(condition(table, depth)))"
    }

    private mutating func condition(_ table: String, _ depth: Int) -> String {
        guard depth > 0 else {
            return one([
                "\(table).m > \(draw(500))", "\(table).q <= -0.5", "\(table).k LIKE 'a%'", "\(table).k LIKE '%é_'",
                "\(table).k IN ('ab', 'b''c', 'a%b')", "\(table).d >= DATE '2025-05-\(10 + draw(20))'",
                "\(table).d < DATE '2025-01-31' + INTERVAL '\(1 + draw(4))' MONTH",
                "\(table).d + INTERVAL '2' DAY <= DATE '2025-03-01'", "\(table).b", "\(table).m IS NULL",
                "\(table).k IS NOT NULL", "\(table).g BETWEEN 2 AND 5", "length(\(table).k) = 2", "\(table).k > 'ab'",
                "\(table).g NOT IN (1, 3)", "\(table).m = ROUND(\(table).m, 0)", "\(table).k <> 'ab'",
            ])
        }
        return switch draw(4) {
        case 0: "(\(condition(table, depth - 1)) AND \(condition(table, depth - 1)))"
        case 1: "(\(condition(table, depth - 1)) OR \(condition(table, depth - 1)))"
        case 2: "NOT (\(condition(table, depth - 1)))"
        default: condition(table, 0)
        }
    }
}
