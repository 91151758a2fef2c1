namespace Local.Cli.Sample;

/// <summary>Words the invented Swiss industrial supplier and its customers are made of.</summary>
internal static class SampleVocabulary
{
    public static readonly (string Town, string PostalCode, string Canton)[] Towns =
    [
        ("Zürich", "8005", "ZH"), ("Winterthur", "8400", "ZH"), ("Bern", "3014", "BE"), ("Biel/Bienne", "2502", "BE"), ("Luzern", "6005", "LU"),
        ("St. Gallen", "9014", "SG"), ("Rapperswil-Jona", "8640", "SG"), ("Basel", "4057", "BS"), ("Pratteln", "4133", "BL"), ("Aarau", "5000", "AG"),
        ("Baden", "5400", "AG"), ("Schaffhausen", "8200", "SH"), ("Frauenfeld", "8500", "TG"), ("Chur", "7000", "GR"), ("Zug", "6300", "ZG"),
        ("Solothurn", "4500", "SO"), ("Fribourg", "1700", "FR"), ("Bulle", "1630", "FR"), ("Lausanne", "1004", "VD"), ("Yverdon-les-Bains", "1400", "VD"),
        ("Genève", "1227", "GE"), ("Neuchâtel", "2000", "NE"), ("La Chaux-de-Fonds", "2300", "NE"), ("Sion", "1950", "VS"), ("Lugano", "6900", "TI"), ("Bellinzona", "6500", "TI"),
    ];

    public static readonly string[] Names =
    [
        "Albis", "Bachmann", "Calanda", "Dufour", "Egli", "Ferrari", "Glärnisch", "Hürlimann", "Iselin", "Jura", "Kistler", "Limmat", "Meyer", "Napf", "Oberholzer", "Pilatus",
        "Quadri", "Rigi", "Säntis", "Tödi", "Urner", "Vogel", "Wyss", "Zollinger", "Bernasconi", "Chevalley", "Favre", "Morand", "Rochat", "Steiner",
    ];

    public static readonly (string Trade, string Form)[] Trades =
    [
        ("Maschinenbau", "AG"), ("Präzisionsteile", "AG"), ("Medizintechnik", "AG"), ("Verpackung", "GmbH"), ("Lebensmittel", "AG"), ("Automation", "AG"), ("Anlagenbau", "AG"),
        ("Kunststofftechnik", "AG"), ("Mécanique", "SA"), ("Horlogerie", "SA"), ("Agroalimentaire", "SA"), ("Industrie", "SA"), ("Meccanica", "SA"), ("Farmaceutica", "SA"), ("Logistik", "GmbH"),
    ];

    /// <summary>Product families with the list price of a typical product in CHF and the cost share of that price.</summary>
    public static readonly (string Family, string[] Products, decimal ListPrice, decimal CostShare)[] Families =
    [
        ("Sensors", ["Inductive sensor", "Photoelectric sensor", "Pressure sensor", "Flow sensor", "Temperature sensor", "Vision sensor"], 180m, 0.52m),
        ("Drives", ["Servo drive 1 kW", "Servo drive 4 kW", "Frequency converter", "Gear motor", "Linear axis"], 1450m, 0.63m),
        ("Pneumatics", ["Compact cylinder", "Valve terminal", "Service unit", "Vacuum gripper", "Rotary actuator"], 240m, 0.55m),
        ("Control", ["Compact controller", "Safety controller", "I/O module", "Operator panel 7 inch", "Operator panel 15 inch"], 820m, 0.58m),
        ("Cables", ["Sensor cable 5 m", "Motor cable 10 m", "Industrial Ethernet cable", "Energy chain"], 38m, 0.48m),
        ("Safety", ["Light curtain", "Safety relay", "Door switch", "Emergency stop"], 310m, 0.50m),
        ("Spare parts", ["Seal kit", "Bearing set", "Filter set", "Battery pack"], 95m, 0.42m),
        ("Services", ["Commissioning day", "Maintenance contract day", "Calibration", "Training day"], 1280m, 0.60m),
    ];

    public static readonly string[] CaseTitles = ["Delivery incomplete", "Part defective on arrival", "Wrong invoice address", "Question about commissioning", "Late delivery", "Documentation missing"];
    public static readonly string[] VisitSubjects = ["Quarterly review", "Site visit", "Framework agreement", "Technical consultation", "Service review"];
    public static readonly string[] OpportunityNames = ["Line extension", "Retrofit", "New plant equipment", "Framework agreement", "Service contract"];
}
