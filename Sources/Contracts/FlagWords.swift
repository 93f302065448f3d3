/// What the rules that flag a row mean, in a sentence, for a person who has to accept or correct it.
public enum FlagWords {
    public static func explanation(of code: String) -> String {
        switch code {
        case "nominal-target": "The target is nominal: a few UDAs that stand for none."
        case "nominal-value": "The value is nominal: a pound or two that stands for none."
        case "pence-as-units": "The target equals the value in pence: pence were probably keyed as UDAs."
        case "unit-value-low": "The value of a UDA is below what is believable for the month."
        case "unit-value-high": "The value of a UDA is above what is believable for the month."
        case "negative-delivery": "The UDAs delivered in a month are negative."
        case "two-commissioners": "Two commissioners report the contract in one month."
        case "total-differs": "The row's total is not the sum of its lines."
        case "end-date-past": "The end date lies before the month of the file."
        default: "A rule flags the row: \(code)."
        }
    }
}
