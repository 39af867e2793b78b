package be.designations.casework.persistence;

import be.designations.casework.Province;
import be.designations.casework.Provinces;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcProvinces implements Provinces {

    private final JdbcClient jdbc;

    JdbcProvinces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Province> all() {
        return jdbc.sql("select distinct province_fr from municipality where province_fr <> '' order by province_fr")
                .query((row, number) -> new Province(row.getString("province_fr")))
                .list();
    }
}
