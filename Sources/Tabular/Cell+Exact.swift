extension Cell {
    /// A figure as people write it: a whole number without decimals, any other with those that it was given with.
    ///
    /// At most six decimals; a figure that needs more, or is too large to be counted so, is text as it stands.
    public static func exact(_ value: Double) -> Cell {
        var scale = 1.0
        for places in 0...6 {
            if value.magnitude < 1e9, (value * scale).rounded() / scale == value {
                return .number(value, places: places)
            }
            scale *= 10
        }
        return .text("\(value)")
    }
}
